"""The follower of a mailbox, against a real server and against liars."""
