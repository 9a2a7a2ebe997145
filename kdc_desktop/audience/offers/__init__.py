"""What the room sees: what it offers and needs."""
