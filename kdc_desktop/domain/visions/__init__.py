"""The craft of visions, positions and what is committed."""
