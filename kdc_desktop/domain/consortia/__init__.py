"""The craft of working groups around winners."""
