"""What the facilitator sees: which pages there are, and how they are written."""
