"""The craft of who would join what."""
