"""The leader: the log in the store, its changes, and the month in the chat."""
