"""What a club did before it had a club file."""
