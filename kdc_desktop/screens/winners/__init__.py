"""What the facilitator sees: what a session takes further."""
