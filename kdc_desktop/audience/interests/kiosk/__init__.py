"""What the kiosk asks whoever may join the work on a winner."""
