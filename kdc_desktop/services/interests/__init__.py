"""What is done and asked: who would join what."""
