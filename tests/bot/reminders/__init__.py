"""Reminders: when they are due, that each is told once, and never at night."""
