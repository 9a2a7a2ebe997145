"""What the kiosk asks the members of a consortium."""
