"""The ground floor: clock, ids, errors, text and sealing, which know nothing of the desk."""
