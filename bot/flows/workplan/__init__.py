"""/plan: plans of the year and its quarters, their tasks closed with proof, the yearly report."""
