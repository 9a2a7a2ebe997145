"""What is done and asked: ideas and clusters."""
