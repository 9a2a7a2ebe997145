"""The craft of what all nouns of this floor share."""
