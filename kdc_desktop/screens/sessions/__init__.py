"""What the facilitator sees: sessions, their agenda and stages."""
