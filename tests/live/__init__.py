"""The live edge, over real sockets."""
