"""How a reply becomes a mail: its text, its headers, its files, in bytes that every server and client reads alike."""
