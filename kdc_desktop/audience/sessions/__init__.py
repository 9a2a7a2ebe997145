"""What the room sees: sessions, their agenda and stages."""
