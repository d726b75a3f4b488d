"""What is known about human language: pure rules and words, which read nothing and keep nothing."""
