"""What the DNS says of a domain that mail comes from: who may send for it, who signs, and where answers go."""
