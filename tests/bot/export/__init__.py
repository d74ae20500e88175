"""Exports in the chat and what becomes of them."""
