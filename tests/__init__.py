"""Tests mirror the source: tests/rubrics, tests/exports, tests/bot; what they share lies in tests/kit."""
