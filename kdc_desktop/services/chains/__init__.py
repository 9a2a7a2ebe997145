"""What is asked: what became of each idea, and from which ideas something came."""
