"""How many rows are many: their work is done before the write, and off the window's thread."""

MANY = 500
"""From so many rows on. Fewer are written in less time than anybody notices."""
