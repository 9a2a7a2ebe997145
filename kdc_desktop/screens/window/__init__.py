"""The facilitator's window: rail, run strip, inspector, quiet line, palette."""
