"""What the room sees: ideas and clusters."""
