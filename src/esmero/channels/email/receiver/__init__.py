"""The desk's own SMTP and LMTP receiver: what it says it has, is on disk."""
