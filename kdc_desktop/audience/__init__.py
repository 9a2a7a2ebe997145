"""What the room sees: the shared screen and the kiosk."""
