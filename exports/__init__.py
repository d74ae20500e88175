"""Paper: records in, bytes out. No database, no clock, no chat."""
