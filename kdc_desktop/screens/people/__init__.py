"""The people and organisations of the club, and how they come in from a sheet."""
