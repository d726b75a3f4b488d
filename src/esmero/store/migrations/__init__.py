"""How the schema came to be, step by step; a step is never edited once it has landed."""
