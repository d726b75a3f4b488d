"""The receiver, spoken to by the standard library's client and by sockets that don't behave."""
