"""Conversations: what their events add up to, the rows that hold it, and the lists that agents work from."""
