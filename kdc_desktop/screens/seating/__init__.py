"""What the facilitator sees: who sits with whom."""
