"""What the window shows of a club’s past."""
