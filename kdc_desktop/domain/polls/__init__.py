"""The craft of votes being held."""
