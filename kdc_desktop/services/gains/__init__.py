"""What is done and asked: what consortia give back to people."""
