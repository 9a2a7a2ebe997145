"""What the facilitator sees: what holds consortia back from outside."""
