"""Plays a session through the real windows with made-up people."""
