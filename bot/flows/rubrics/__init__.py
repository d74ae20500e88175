"""The coordinator's rubric desk: list and pages, documents on their way to a version, questions, publication.

listing · page · preview (what there is) · upload · incoming (what is sent) · draft · question · publish (how it becomes
a version) ← lines, facts, cards, states (shared) · told (what the program says by itself).
"""
