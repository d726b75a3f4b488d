"""What is asked for is understood, and what was said is found."""
