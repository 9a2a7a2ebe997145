"""The colours of notes: a key on disk, the paper it stands for, and what people call it."""

from dataclasses import dataclass
from enum import StrEnum

from kdc_desktop.i18n import Fillable, Text, lazy, nfillable, plazy


class NoteColour(StrEnum):
    """The colour of a note as it is kept on disk."""

    BUTTER = "butter"
    MINT = "mint"
    ROSE = "rose"
    SKY = "sky"
    LILAC = "lilac"
    SAND = "sand"


@dataclass(frozen=True)
class Paper:
    """How a colour looks, as ``#RRGGBB``, its name, by itself and `inside` a sheet, and that it
    was `given` to ideas."""

    paper: str
    name: Text
    inside: Text
    given: Fillable


PAPERS = {
    NoteColour.BUTTER: Paper(
        "#FFE9A8",
        lazy("Butter"),
        plazy("colour, in a sentence", "butter"),
        nfillable("Coloured {count} idea butter", "Coloured {count} ideas butter"),
    ),
    NoteColour.MINT: Paper(
        "#CDEBD6",
        lazy("Mint"),
        plazy("colour, in a sentence", "mint"),
        nfillable("Coloured {count} idea mint", "Coloured {count} ideas mint"),
    ),
    NoteColour.ROSE: Paper(
        "#F9D3D0",
        lazy("Rose"),
        plazy("colour, in a sentence", "rose"),
        nfillable("Coloured {count} idea rose", "Coloured {count} ideas rose"),
    ),
    NoteColour.SKY: Paper(
        "#CFE4F7",
        lazy("Sky"),
        plazy("colour, in a sentence", "sky"),
        nfillable("Coloured {count} idea sky", "Coloured {count} ideas sky"),
    ),
    NoteColour.LILAC: Paper(
        "#E3D7F4",
        lazy("Lilac"),
        plazy("colour, in a sentence", "lilac"),
        nfillable("Coloured {count} idea lilac", "Coloured {count} ideas lilac"),
    ),
    NoteColour.SAND: Paper(
        "#EADFCB",
        lazy("Sand"),
        plazy("colour, in a sentence", "sand"),
        nfillable("Coloured {count} idea sand", "Coloured {count} ideas sand"),
    ),
}
PLAIN = NoteColour.BUTTER
"""The colour of a note in no cluster, unless somebody chose another."""
FOR_CLUSTERS = (
    NoteColour.SKY,
    NoteColour.MINT,
    NoteColour.LILAC,
    NoteColour.ROSE,
    NoteColour.SAND,
)
"""What the notes of one cluster after the other are given."""

_BY_KEY = {colour.value: known.paper for colour, known in PAPERS.items()}


def paper_of(colour: str) -> str:
    """The paper of a note; the plain one where the colour is none of ours."""
    return _BY_KEY.get(colour) or _BY_KEY[PLAIN.value]
