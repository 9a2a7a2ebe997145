"""How the steps of a scale stand beside or below what they are said of, in a given width."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

from kdc_desktop.audience.kit.ink import MEDIUM, SEMIBOLD, fit, text_width
from kdc_desktop.audience.polls.kiosk.fitted import READABLE
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.i18n import _

MOST_BUTTONS = 11
"""A longer scale is stepped through, or its number is typed."""
MOST_LINES = 3
_SIZES = (28, 26, 24, 22, 20, 18)
_ON_ONE_LINE = 22  # letters are made no smaller only to stand on one line
_TITLE = 0.4  # of the width is enough for a title, however long


class LevelWords(NamedTuple):
    """What stands on buttons: words, and the key for each of them where they do not say it; `tall`
    is the least height of a button in lengths of the design. `blank`: it can be taken back, so
    that nothing is said again."""

    names: Sequence[str]
    keys: Sequence[str]
    tall: int
    blank: bool


class LevelShape(NamedTuple):
    """How steps stand in a row, in pixels: the `width` and `height` of each button and its
    `letters`, that of all `hands` together with the place that says that nothing is said (`blank`).
    `below`: the title has a line of its own above them. Not `buttons` but one value with − and +
    where they have no room."""

    letters: int
    width: int
    height: int
    hands: int
    blank: int
    below: bool = False
    buttons: bool = True


def gap_of(look: Look) -> int:
    """How far buttons stand from each other, in pixels."""
    return look.px(10)


def level_shape(look: Look, steps: LevelWords, room: int, title: float) -> LevelShape:
    """The shape of steps where there are `room` pixels for them and a title, the longest of which
    takes `title` pixels on a line."""
    beside = room - look.px(16) - min(round(title), round(_TITLE * room))
    if len(steps.names) <= MOST_BUTTONS:
        found = (
            _on_one_line(look, steps, beside)
            or _on_one_line(look, steps, room, below=True)
            or _broken(look, steps, room)
        )
        if found is not None:
            return found
    gap, aside, of_blank = _measures(look, steps)
    letters, sides = max(READABLE, look.letters(_SIZES[0])), 2 * (look.target(64) + gap)
    wanted = max(_widest(look, steps.names, letters), look.target(120))
    width = max(1, min(wanted, room - of_blank - sides))
    hands, height = width + sides + of_blank, look.target(64)
    return LevelShape(letters, width, height, hands, aside, hands > beside, buttons=False)


def key_width(look: Look, keys: Iterable[str]) -> int:
    """How wide the key for a step is that stands before its words, in pixels."""
    widest = max((text_width(key, key_letters(look), MEDIUM) for key in keys), default=0)
    return round(widest) + look.px(10) if widest else 0


def key_letters(look: Look) -> int:
    """How large it is, in pixels."""
    return max(READABLE, look.letters(20))


def _measures(look: Look, steps: LevelWords) -> tuple[int, int, int]:
    """The gap, how wide what says that nothing is said is, and that with its gap, in pixels."""
    gap, said = gap_of(look), text_width(_("blank"), look.letters(24), MEDIUM)
    aside = max(look.target(64), round(said) + 8) if steps.blank else 0
    return gap, aside, aside + gap if aside else 0


def _on_one_line(
    look: Look, steps: LevelWords, room: int, *, below: bool = False
) -> LevelShape | None:
    gap, aside, of_blank = _measures(look, steps)
    for size in _SIZES:
        letters = max(READABLE, look.letters(size))
        width = _widest(look, steps.names, letters) + key_width(look, steps.keys)
        hands = len(steps.names) * (width + gap) - gap + of_blank
        if size >= _ON_ONE_LINE and hands <= room:
            return LevelShape(letters, width, look.target(steps.tall), hands, aside, below)
    return None


def _broken(look: Look, steps: LevelWords, room: int) -> LevelShape | None:
    """Below the title, in words on several lines."""
    gap, aside, of_blank = _measures(look, steps)
    number = max(1, len(steps.names))
    width = (room - of_blank + gap) // number - gap
    inner = width - 2 * look.px(10) - key_width(look, steps.keys)
    for size in _SIZES:
        letters = max(READABLE, look.letters(size))
        set_ = [
            fit(name, inner, 10_000, letters, SEMIBOLD, MOST_LINES, letters) for name in steps.names
        ]
        words = (word for name in steps.names for word in name.split())
        whole = all(text_width(word, letters, SEMIBOLD) <= inner for word in words)
        if whole and width >= look.target(64) and all(one.whole for one in set_):
            high = ceil(max(one.height for one in set_)) + 2 * look.px(8)
            height, hands = max(look.target(steps.tall), high), number * (width + gap) - gap
            return LevelShape(letters, width, height, hands + of_blank, aside, below=True)
    return None


def _widest(look: Look, names: Iterable[str], letters: int) -> int:
    """How wide a button is on which each of these stands on one line."""
    widest = max((text_width(name, letters, SEMIBOLD) for name in names), default=0)
    return max(look.target(64), round(widest) + 2 * look.px(14))
