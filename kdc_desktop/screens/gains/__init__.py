"""What the facilitator sees: what consortia give back to people."""
