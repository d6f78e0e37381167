"""A self-assessment: what it asks, what was answered, and what follows from it."""
