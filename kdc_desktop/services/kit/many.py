"""How many rows are many: to write them, and to read them again one by one."""

MANY = 500
"""From so many rows on their work is done before the write, and off the window's thread.

Fewer are written in less time than anybody notices.
"""

READ_ALL = 1_000
"""From so many changed rows on all there are is read, which is about as quick as each by its id.

No statement is given many more ids than this: SQLite takes 32,766.
"""
