"""What is done and asked: what people and organisations offer and need."""
