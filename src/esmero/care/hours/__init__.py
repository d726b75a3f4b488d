"""Business hours: when an inbox is open, until when, and when people are back."""
