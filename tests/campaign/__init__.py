"""A whole campaign from the coordinator's phone, beside a computation that shares nothing with the program."""
