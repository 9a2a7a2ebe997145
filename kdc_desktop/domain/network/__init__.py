"""What people and organisations come to by meeting: ties, who connects, who stands apart."""
