"""/export: what there is to take away, for whom, and making it in the background."""
