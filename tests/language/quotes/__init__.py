"""What a mail's writer wrote, apart from what they quote."""
