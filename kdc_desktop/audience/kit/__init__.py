"""What the room sees: what all nouns of this floor share."""
