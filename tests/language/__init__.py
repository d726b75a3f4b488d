<<<<<<< HEAD
"""Knowledge of human language."""
=======
"""Human language."""
>>>>>>> 1da54a0 (Tell what the desk makes of a mail, and know a group that is the desk's own)
