"""The craft of interests: who would join what."""
