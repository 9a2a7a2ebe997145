"""What people and organisations have to give, and what they look for."""
