"""What the facilitator sees: visions, positions and what is committed."""
