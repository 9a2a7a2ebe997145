"""What is done and asked: who is in the room."""
