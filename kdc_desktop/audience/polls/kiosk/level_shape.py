"""How the steps of a scale stand beside or below what they are said of, in a given width."""

from collections.abc import Sequence
from typing import NamedTuple

from kdc_desktop.audience.kit.ink import MEDIUM, SEMIBOLD, text_width
from kdc_desktop.audience.polls.kiosk.fitted import READABLE
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.i18n import _

MOST_BUTTONS = 11
"""A longer scale is stepped through, or its number is typed."""
_SIZES = (28, 26, 24, 22, 20, 18)
_BESIDE = 22  # letters are made no smaller only for room for a title before them
_TITLE = 0.4  # of the width is enough for a title, however long


class LevelShape(NamedTuple):
    """How steps stand in a row, in pixels: the `width` of each button and its `letters`, that of
    all `hands` together with the place that says that nothing is said (`blank`). `below`: the title
    has a line of its own above them. Not `buttons` but one value with − and + where they have no
    room."""

    letters: int
    width: int
    hands: int
    blank: int
    below: bool = False
    buttons: bool = True


def gap_of(look: Look) -> int:
    """How far buttons stand from each other, in pixels."""
    return look.px(10)


def level_shape(
    look: Look, names: Sequence[str], room: int, title: float, *, blank: bool
) -> LevelShape:
    """The shape of steps with these names where there are `room` pixels for them and a title, the
    longest of which takes `title` pixels on a line.

    `blank`: it can be taken back, so that nothing is said again.
    """
    gap, aside = gap_of(look), blank_width(look) if blank else 0
    of_blank = aside + gap if blank else 0
    beside = room - look.px(16) - min(round(title), round(_TITLE * room))
    tried = (
        (size, below) for below in (False, True) for size in _SIZES if below or size >= _BESIDE
    )
    if len(names) <= MOST_BUTTONS:
        for size, below in tried:
            letters = max(READABLE, look.letters(size))
            width = _widest(look, names, letters, broken=size == _SIZES[-1])
            hands = len(names) * (width + gap) - gap + of_blank
            if hands <= (room if below else beside):
                return LevelShape(letters, width, hands, aside, below)
    letters, steps = max(READABLE, look.letters(_SIZES[0])), 2 * (look.target(64) + gap)
    width = min(max(_widest(look, names, letters), look.target(120)), room - of_blank - steps)
    hands = width + steps + of_blank
    return LevelShape(letters, width, hands, aside, hands > beside, buttons=False)


def blank_width(look: Look) -> int:
    """How wide the place is that says that nothing is said, or takes it back, in pixels."""
    return max(look.target(64), round(text_width(_("blank"), look.letters(24), MEDIUM)) + 8)


def _widest(look: Look, names: Sequence[str], letters: int, *, broken: bool = False) -> int:
    """How wide a button is on which each of these stands on one line, or `broken` on two."""
    texts = [word for name in names for word in name.split()] if broken else names
    widest = max((text_width(text, letters, SEMIBOLD) for text in texts), default=0)
    return max(look.target(64), round(widest) + 2 * look.px(14))
