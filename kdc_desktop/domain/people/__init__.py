"""The craft of people, organisations and departments."""
