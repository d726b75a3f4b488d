"""Reading mails."""
