"""What is done and asked: who sits with whom, and who has met whom."""
