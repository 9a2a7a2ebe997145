"""The notes and clusters of the board slide, as values."""

from dataclasses import dataclass
from typing import NamedTuple

from kdc_desktop.domain.board.colours import PLAIN
from kdc_desktop.i18n import _


class BoardNote(NamedTuple):
    """One note: its text, its author's sector (a letter or empty), and the key of a colour.

    A named tuple, because thousands are made and compared at once.
    """

    text: str
    sector: str = ""
    colour: str = PLAIN


@dataclass(frozen=True)
class BoardCluster:
    """A named group of notes; without a name, the notes that are in no cluster."""

    name: str
    notes: tuple[BoardNote, ...] = ()


def cluster_name(cluster: BoardCluster) -> str:
    """The cluster's name, or that its notes are in none."""
    return cluster.name or _("In no cluster")
