"""What the DNS says of a domain."""
