"""The capabilities."""
