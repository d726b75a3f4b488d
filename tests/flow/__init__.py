"""The journey of a message."""
