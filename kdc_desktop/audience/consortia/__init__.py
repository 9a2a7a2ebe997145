"""What the room sees: working groups around winners."""
