"""The desk: the log, its only writer, and what is read off it: conversations, customers, agents, inboxes."""
