"""Documents of many layouts, written as code, with what a person reads in them."""
