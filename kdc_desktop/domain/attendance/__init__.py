"""The craft of who is in the room."""
