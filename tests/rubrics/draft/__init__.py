"""The draft reader, from a phrase to a whole document."""
