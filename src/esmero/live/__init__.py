"""What browsers follow: the hub that reads the feed and pushes it, and the two protocols of docs/protocol.md."""
