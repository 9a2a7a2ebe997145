"""The craft of ideas and clusters."""
