"""The history in words: of a sheet, and of what a person did."""
