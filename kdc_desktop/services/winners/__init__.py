"""What is done and asked: what a session takes further."""
