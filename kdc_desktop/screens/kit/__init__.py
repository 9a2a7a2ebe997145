"""What every screen is made of: the theme, forms, rows, badges and small widgets."""
