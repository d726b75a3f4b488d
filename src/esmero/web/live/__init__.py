"""The live edge: WebSockets, and server-sent events with POST for networks that break them."""
