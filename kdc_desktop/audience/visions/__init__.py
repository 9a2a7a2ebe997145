"""What the room sees: visions, positions and what is committed."""
