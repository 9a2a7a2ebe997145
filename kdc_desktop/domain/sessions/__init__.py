"""The craft of sessions, their agenda and stages."""
