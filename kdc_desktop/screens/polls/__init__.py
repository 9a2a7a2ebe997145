"""What the facilitator sees: votes being held."""
