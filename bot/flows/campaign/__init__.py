"""The campaign of a rubric in a year: the list of what the source leaves open 口径, one question after the other."""
