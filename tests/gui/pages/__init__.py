"""Pages, chosen in the window and written."""
