"""What the room sees: who would join what."""
