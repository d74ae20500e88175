"""The standing file: chat scripts and tables of bad input."""
