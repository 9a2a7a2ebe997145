"""What is done and asked: sessions, their agenda and stages."""
