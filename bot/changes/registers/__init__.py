"""Changes of a studio's registers: entries with dated steps, by hand and from Excel."""
