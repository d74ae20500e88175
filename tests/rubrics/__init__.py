"""The rubric language, module by module."""
