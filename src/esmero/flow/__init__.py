"""The journey of a message, to be read as a story: in, out, followed, due, delivered."""
