"""Official documents read into drafts of rubrics: the second door of the package, deterministic and without a network.

sources (Word, Excel, text → a neutral document) → tables, rows or prose (an outline) → phrases, clauses, sentences,
criteria (what a cell says) → items → book (numbers, letters, sums, doubts) → reader (the draft).

A draft is never published by itself. The libraries for Office files are imported by `sources` alone, and only when
such a file is opened.
"""
