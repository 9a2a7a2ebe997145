"""What the board is asked for with pointer and keys; whoever listens does it."""

from PySide6.QtCore import QObject, QPointF, QSizeF, Signal


class Wishes(QObject):
    """Signals that carry ids of notes and clusters, and places on the board."""

    notes_moved = Signal(object, bool)  # {id: (x, y)}, whether they leave their clusters
    notes_put_into = Signal(object, int)  # ids, cluster
    cluster_moved = Signal(int, QPointF)
    cluster_resized = Signal(int, QSizeF)
    note_wanted = Signal(QPointF)
    edit_wanted = Signal()  # of what is selected
    note_edited = Signal(int)
    cluster_renamed = Signal(int)
    cluster_dropped = Signal(int, int, QPointF)  # which, onto which, and its place there
