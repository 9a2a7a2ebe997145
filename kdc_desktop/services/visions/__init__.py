"""What is done and asked: visions, positions and what is committed."""
