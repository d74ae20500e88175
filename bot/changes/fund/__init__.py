"""Changes of a studio's fund: budgets, instalments, spendings, cuts, and what they come to."""
