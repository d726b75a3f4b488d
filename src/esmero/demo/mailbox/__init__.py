"""The customers' side of mail: their mailboxes, the server that these are at, and the way from there to the desk."""
