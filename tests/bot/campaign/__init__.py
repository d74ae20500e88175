"""Campaigns: what the source leaves open is decided once."""
