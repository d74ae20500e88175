"""Screens without a network: what they show of values that are given to them."""
