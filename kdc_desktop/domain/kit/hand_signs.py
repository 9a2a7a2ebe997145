"""What hands say: fist to five and consent, a word and a sentence for each level.

A club takes positions by them and takes its temperature; both read the same words here.
"""

from typing import NamedTuple

from kdc_desktop.i18n import Text, lazy


class HandSign(NamedTuple):
    """A level, its word, and what somebody says who shows it."""

    value: int
    word: Text
    sentence: Text


FIST_TO_FIVE = (
    HandSign(0, lazy("Fist: no"), lazy("I block this.")),
    HandSign(1, lazy("One: strong doubts"), lazy("It needs big changes before I can join.")),
    HandSign(2, lazy("Two: some doubts"), lazy("I want to talk about some points now.")),
    HandSign(3, lazy("Three: can live with it"), lazy("Not perfect, and good enough to try.")),
    HandSign(4, lazy("Four: good"), lazy("I support it.")),
    HandSign(5, lazy("Five: I will lead"), lazy("I love it and will carry it forward.")),
)
CONSENT = (
    HandSign(1, lazy("Objection"), lazy("It would harm our aim; this must change first.")),
    HandSign(
        2, lazy("Consent with a concern"), lazy("Safe enough to try; please note my concern.")
    ),
    HandSign(3, lazy("Consent"), lazy("I have no objection.")),
)
