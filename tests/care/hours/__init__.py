"""Business hours."""
