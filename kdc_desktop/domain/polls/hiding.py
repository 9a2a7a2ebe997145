"""What of a result may be shown, so that nobody's vote can be worked out from it.

A sector is hidden where fewer people than `smallest_group` cast papers. Because the total is shown,
whatever is not shown can be worked out by subtraction; so what is hidden together is always at
least `smallest_group` papers and, wherever there is a second one, of two sectors. Pass 1 as
`smallest_group` for a named poll: nothing hides.
"""

from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED, UNKNOWN
from kdc_desktop.domain.polls.cast import Tally

SMALLEST_GROUP = 5
SMALLEST_GROUP_RANGE = (3, 10)


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
