"""Tests of the stand-in and of its chat page."""
