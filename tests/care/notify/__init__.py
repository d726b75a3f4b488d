"""The desk's own mail."""
