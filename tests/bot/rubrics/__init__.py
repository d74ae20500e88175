"""The coordinator's rubric desk as chat scripts."""
