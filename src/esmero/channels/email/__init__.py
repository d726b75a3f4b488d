"""E-mail: every mail in, every reply out, one thread."""
