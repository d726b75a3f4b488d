"""The tests: they mirror the source, and prove the promises of the whole."""
