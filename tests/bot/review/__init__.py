"""Signed sheets: reviewed, sent back, signed anew, verified, and their history."""
