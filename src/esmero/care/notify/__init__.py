"""The desk's own mail: what is to be written to its people, and what became of it."""
