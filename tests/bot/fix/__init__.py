"""Chat scripts of what is put right (整改)."""
