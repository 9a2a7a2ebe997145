"""What the facilitator sees of a club’s past: the workbook to fill in, and what is in it."""
