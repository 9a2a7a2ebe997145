"""The kiosk: people take turns to vote on the shared screen."""
