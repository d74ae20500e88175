"""/apply: a studio applies for its name, from the first question to the day it is handed in."""
