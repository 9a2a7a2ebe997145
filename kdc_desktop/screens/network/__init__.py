"""What the facilitator sees: who has met whom."""
