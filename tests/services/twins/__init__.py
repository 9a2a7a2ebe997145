"""Two versions of one club."""
