"""Contesting an item of a signed sheet, deciding about it, and answering to the sheet as a whole."""
