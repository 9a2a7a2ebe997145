"""What the room sees: who has met whom."""
