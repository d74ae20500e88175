"""The fund of a studio."""
