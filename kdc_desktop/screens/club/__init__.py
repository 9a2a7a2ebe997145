"""What the facilitator sees: what belongs to the club file as a whole."""
