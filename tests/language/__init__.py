"""Knowledge of human language."""
