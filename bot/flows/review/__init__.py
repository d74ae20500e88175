"""Signed sheets under review: the list, one sheet, and who is told."""
