"""Where state lives: SQLite or PostgreSQL, the blobs beside it, and the bus that says something changed."""
