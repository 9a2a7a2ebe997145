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
    `letters`, so many `in_a_line`; `hands` is how wide all are together with the place that says
    that nothing is said (`blank`), `high` how high. `below`: the title has a line of its own above
    them. Not `buttons` but one value with − and + where they have no room."""

    letters: int
    width: int
    height: int
    in_a_line: int
    hands: int
    high: int
    blank: int
    below: bool = False
    buttons: bool = True


def gap_of(look: Look) -> int:
    """How far buttons stand from each other, in pixels."""
    return look.px(10)


def level_shape(look: Look, steps: LevelWords, room: int, title: float) -> LevelShape:
    """The shape of steps where there are `room` pixels for them and a title, the longest of which
    takes `title` pixels on a line."""
    beside, number = room - look.px(16) - min(round(title), round(_TITLE * room)), len(steps.names)
    if number <= MOST_BUTTONS:
        found = _on_one_line(look, steps, beside, number)
        for lines in range(1, MOST_LINES + 1):
            in_a_line = ceil(number / lines)
            found = found or _on_one_line(look, steps, room, in_a_line, below=True)
            found = found or _broken(look, steps, room, in_a_line)
        if found is not None:
            return found
    gap, aside, of_blank = _measures(look, steps)
    letters, sides = max(READABLE, look.letters(_SIZES[0])), 2 * (look.target(64) + gap)
    wanted = max(_widest(look, steps.names, letters), look.target(120))
    width = max(1, min(wanted, room - of_blank - sides))
    hands, height = width + sides + of_blank, look.target(64)
    below = hands > beside
    return LevelShape(letters, width, height, 1, hands, height, aside, below, buttons=False)


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
    look: Look, steps: LevelWords, room: int, in_a_line: int, *, below: bool = False
) -> LevelShape | None:
    """So many buttons beside each other, the words of each on one line."""
    for size in _SIZES:
        letters = max(READABLE, look.letters(size))
        width = _widest(look, steps.names, letters) + key_width(look, steps.keys)
        shape = _lined(look, steps, letters, in_a_line, (width, _height(look, steps, in_a_line)))
        if size >= _ON_ONE_LINE and shape.hands <= room:
            return shape._replace(below=below)
    return None


def _height(look: Look, steps: LevelWords, in_a_line: int) -> int:
    """How high a button is at least: where they take several lines, none is taller than usual."""
    return look.target(steps.tall if in_a_line >= len(steps.names) else 64)


def _lined(
    look: Look, steps: LevelWords, letters: int, in_a_line: int, button: tuple[int, int]
) -> LevelShape:
    """Buttons of this width and height on as many lines as they need."""
    gap, aside, of_blank = _measures(look, steps)
    width, height = button
    lines = max(1, ceil(len(steps.names) / max(1, in_a_line)))
    hands = in_a_line * (width + gap) - gap + of_blank
    high = lines * (height + gap) - gap
    return LevelShape(letters, width, height, in_a_line, hands, high, aside)


def _broken(look: Look, steps: LevelWords, room: int, in_a_line: int) -> LevelShape | None:
    """Below the title, the words of each on several lines."""
    gap, _aside, of_blank = _measures(look, steps)
    width = (room - of_blank + gap) // max(1, in_a_line) - gap
    inner = width - 2 * look.px(10) - key_width(look, steps.keys)
    for size in _SIZES:
        letters = max(READABLE, look.letters(size))
        set_ = [
            fit(name, inner, 10_000, letters, SEMIBOLD, MOST_LINES, letters) for name in steps.names
        ]
        words = (word for name in steps.names for word in name.split())
        whole = all(text_width(word, letters, SEMIBOLD) <= inner for word in words)
        if whole and width >= look.target(64) and all(one.whole for one in set_):
            high = ceil(max((one.height for one in set_), default=0)) + 2 * look.px(8)
            button = width, max(_height(look, steps, in_a_line), high)
            return _lined(look, steps, letters, in_a_line, button)._replace(below=True)
    return None


def _widest(look: Look, names: Iterable[str], letters: int) -> int:
    """How wide a button is on which each of these stands on one line."""
    widest = max((text_width(name, letters, SEMIBOLD) for name in names), default=0)
    return max(look.target(64), round(widest) + 2 * look.px(14))
