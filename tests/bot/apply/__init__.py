"""Applications for a studio's name: chat scripts of the applicant's side."""
