"""The vision of a consortium, and where its members stand on it."""
