"""What is done and asked: people, organisations and departments."""
