"""The desk's own mail: whom it comes from, and how it leaves."""
