"""Changes of plans of work and of the yearly report: written, reviewed, tasks closed with proof."""
