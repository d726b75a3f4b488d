"""Customers and their identities: what their events add up to, and the rows that hold it."""
