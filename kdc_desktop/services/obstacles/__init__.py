"""What is done and asked: what holds consortia back from outside."""
