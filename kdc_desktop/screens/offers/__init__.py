"""What the facilitator sees: what people and organisations offer and need."""
