"""Visits to come and what is handed in before them."""
