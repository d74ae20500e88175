"""The rubric language: schemes read from YAML, marks, scores.

Pure arithmetic over pydantic and the standard library: it knows no bot, no database and no Excel, and the
same input gives the same answer for years.
"""
