"""The coordinator's people: who there is, invitations, roles given and taken."""
