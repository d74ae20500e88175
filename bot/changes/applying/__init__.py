"""What an applicant does: begins, answers, hands in."""
