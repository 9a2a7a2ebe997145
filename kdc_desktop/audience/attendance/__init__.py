"""What the room sees: who is in the room."""
