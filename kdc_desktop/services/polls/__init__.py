"""What is done and asked: votes being held."""
