"""How the program looks here, the kiosk's PIN, and backups."""
