"""Outcomes: the engine over the database, and the scripts of those who propose, approve and share out."""
