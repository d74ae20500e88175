"""Chat scripts of the assessor's walk: the real program over HTTP, told in the words of people who use it."""
