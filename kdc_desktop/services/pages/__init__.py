"""What pages say: documents made of everything that a session has left."""
