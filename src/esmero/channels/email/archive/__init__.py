"""Mails that lie in files: mbox and Maildir, read in the order of their time."""
