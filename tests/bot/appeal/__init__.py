"""Appeals, and answers to signed sheets."""
