"""What a facilitator can do and ask: verbs write, questions return frozen rows."""
