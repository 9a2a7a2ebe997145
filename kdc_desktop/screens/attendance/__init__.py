"""What the facilitator sees: who is in the room."""
