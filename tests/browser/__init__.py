"""The whole, in a real browser: a shop on one site, the desk on another, and people at both."""
