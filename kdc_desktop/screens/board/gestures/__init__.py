"""What hands do on the board: one small class per gesture.

A gesture changes only what is seen while it lasts; when it ends it asks for one verb.
"""
