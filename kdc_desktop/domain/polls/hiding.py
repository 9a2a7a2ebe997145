"""The one rule of hiding: what of a result may be told, so that nobody's vote can be worked out.

Decision 0029 has the rule in words, and the attacks that it stands against. It is here, in `sums`
(what options came to), in `by_sector` (what sectors made of them), and `ranking` puts these
together; nobody else counts papers for people to see. Pass 1 as `smallest_group` for a named poll:
nothing hides.

A sector is hidden where fewer people than `smallest_group` cast papers. Because the total is shown,
whatever is not shown can be worked out by subtraction; so what is hidden together is always at
least `smallest_group` papers and, wherever there is a second one, of two sectors.
"""

from enum import Enum, auto

from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED, UNKNOWN
from kdc_desktop.domain.polls.cast import Tally
from kdc_desktop.i18n import _, ngettext, number_text

SMALLEST_GROUP = 5
SMALLEST_GROUP_RANGE = (3, 10)


class ToldPart(Enum):
    """What may be told of what an option came to."""

    NUMBER = auto()
    NEARLY_ALL = auto()
    NEARLY_NONE = auto()
    AT_MOST = auto()  # no more than so many
    PLACE = auto()  # its place, and no number
    NOTHING = auto()


class ToldBeside(Enum):
    """What a poll may not tell because another one was told before it: see decision 0029."""

    NOTHING = auto()
    BY_SECTOR = auto()
    NUMBERS = auto()


def few_of(smallest_group: int) -> int:
    """How many papers “nearly all” and “nearly none” leave open; 0 where nothing hides.

    Two such groups are fewer than the smallest one, so none is nearly all and nearly none at once.
    """
    return (smallest_group - 1) // 2


def is_near(count: int, of: int, few: int) -> ToldPart | None:
    """Whether so many of so many are nearly all or nearly none."""
    if not few:
        return None
    if count <= few:
        return ToldPart.NEARLY_NONE
    return ToldPart.NEARLY_ALL if count >= of - few else None


def told_words(told: ToldPart, most: int = 0) -> str:
    """What stands where a number may not: “nearly all”, “8 or fewer”."""
    if told is ToldPart.NEARLY_ALL:
        return _("nearly all")
    if told is ToldPart.NEARLY_NONE:
        return _("nearly none")
    return (
        _("{most} or fewer", most=number_text(most)) if told is ToldPart.AT_MOST else _("not told")
    )


def with_hands(words: str, hands: int) -> str:
    """The same of papers, with hands, which were seen by all."""
    if not hands:
        return words
    return ngettext(
        "{papers}, and {count} hand", "{papers}, and {count} hands", hands, papers=words
    )


def too_few_told(smallest_group: int) -> str:
    """Why nothing of a result is told."""
    return ngettext(
        "Too few papers to show: with fewer than {count}, one could tell who voted what.",
        "Too few papers to show: with fewer than {count}, one could tell who voted what.",
        smallest_group,
    )


def shown_sectors(tally: Tally, smallest_group: int = SMALLEST_GROUP) -> tuple[str, ...]:
    """Letters of the sectors whose numbers may be shown, in the order of the sectors.

    A sector without papers is shown: there is nobody to protect. Its hands were seen by all.
    """
    cast = {letter: tally.papers.get(letter, 0) for letter in COUNTED}
    hidden = [letter for letter in COUNTED if 0 < cast[letter] < smallest_group]
    unknown = sum(count for sector, count in tally.papers.items() if sector not in BY_LETTER)
    size = unknown + sum(cast[letter] for letter in hidden)
    groups = len(hidden) + (unknown > 0)
    large = [letter for letter in COUNTED if cast[letter] >= max(1, smallest_group)]
    for letter in sorted(large, key=lambda letter: cast[letter]):
        protects_itself = groups == 0 or (not hidden and unknown >= smallest_group)
        if protects_itself or (groups > 1 and size >= smallest_group):
            break
        hidden.append(letter)
        size += cast[letter]
        groups += 1
    there = [letter for letter in COUNTED if letter != UNKNOWN or cast[letter]]
    return tuple(letter for letter in there if letter not in hidden)
