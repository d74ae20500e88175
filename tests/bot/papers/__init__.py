"""Papers about all studios, from the store to the file."""
