"""History is found: what is findable, how it is asked for, and what was found."""
