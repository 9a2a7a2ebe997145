"""What is done and asked: what belongs to the club file as a whole."""
