"""What is done and asked: what all nouns of this floor share."""
