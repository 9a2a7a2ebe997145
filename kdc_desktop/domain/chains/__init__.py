"""The craft of following an idea: what carried it further, and how far it came."""
