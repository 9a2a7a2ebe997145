"""What the facilitator sees: what became of the ideas of every evening."""
