"""The way of applications: chat scripts of the desk, of approvers and units, and of those who apply."""
