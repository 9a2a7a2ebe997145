"""What the room sees: everybody at a table."""
