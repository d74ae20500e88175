"""The leader: the log of activities and the month that is handed in."""
