"""What follows from assessments: proposed by a coordinator, approved by somebody else, shared out by leaders."""
