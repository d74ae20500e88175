"""Several assessors of one visit."""
