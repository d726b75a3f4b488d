"""A mailbox that is followed by IMAP: looked at, never changed, and nothing in it missed."""
