"""How a reply becomes a mail."""
