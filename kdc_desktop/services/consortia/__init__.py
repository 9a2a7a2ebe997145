"""What is done and asked: working groups around winners."""
