"""Tests of the bot, in the order of its parts."""
