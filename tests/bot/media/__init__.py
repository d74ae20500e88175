"""Tests of stored and fetched files."""
