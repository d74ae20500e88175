"""What follows from totals and facts: entered, decided, proposed, approved, shared out."""
