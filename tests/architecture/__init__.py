"""Rules about the code itself that a program can check."""
