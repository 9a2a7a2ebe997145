"""Check-in: find people at the door, let them in, and see who is here."""
