"""What the room sees: votes being held."""
