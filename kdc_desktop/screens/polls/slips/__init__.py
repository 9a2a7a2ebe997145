"""Votes on printed slips: printed, given out, typed in, and read from pictures."""
