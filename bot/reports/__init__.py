"""Reads of the desk become records, and records become files: the only code in `bot` that imports `exports`.

It must not know who asked: whoever calls has made sure that the person may see it.
"""
