"""Documents as values, and where their pages end."""
