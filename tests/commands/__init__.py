"""The commands in bin/, run as a person on a bare machine would run them."""
