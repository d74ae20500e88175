"""Scripts of people, invitations and roles."""
