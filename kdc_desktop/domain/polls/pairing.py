"""Which two options a voter is asked about next.

All pairs stand in an order in which each option comes up once before any comes up again, as in a
tournament where everybody plays everybody; each voter begins with another round of it. So all
options, and over many voters all pairs, come up equally often, and each as often left as right.
Nothing is asked by what others said: the questions at the kiosk tell nothing of their votes.
"""

from collections.abc import Collection, Iterator, Sequence

from kdc_desktop.domain.polls.cast import Marks

_Pair = tuple[int, int]


def next_pair(
    options: Sequence[int],
    marks: Marks,
    voter: int = 0,
    passed: Collection[frozenset[int]] = (),
) -> _Pair | None:
    """The pair to ask about, the left one first; None where all was asked.

    `marks` is what this voter has said, `passed` what they would not decide, and `voter` a number
    of theirs from 0. What follows from what they have said comes last.
    """
    said = {frozenset((spot.option_id, spot.part)) for spot in marks} | set(passed)
    above, last = _above(options, marks), None
    for one, other in _rounds(options, voter):
        if frozenset((one, other)) in said:
            continue
        if other not in above[one] and one not in above[other]:
            return one, other
        last = last or (one, other)
    return last


def _rounds(options: Sequence[int], voter: int) -> Iterator[_Pair]:
    """All pairs, by the rounds of a tournament from the one on that is the voter's."""
    size = len(options) + len(options) % 2 - 1  # with an odd number, one rests in each round
    for turn in range(size):
        at = (voter + turn) % size
        turned = (voter // size + turn) % 2
        for apart in range((size + 1) // 2):
            first, second = (at + apart) % size, (at - apart) % size if apart else size
            if max(first, second) < len(options):
                pair = (options[first], options[second])
                yield pair if (apart + turned) % 2 else pair[::-1]


def _above(options: Sequence[int], marks: Marks) -> dict[int, set[int]]:
    """For each option those that a voter prefers it to, over others too."""
    below: dict[int, set[int]] = {option: set() for option in options}
    for spot in marks:
        below.setdefault(spot.option_id, set()).add(spot.part)
    found: dict[int, set[int]] = {}
    for option in below:
        seen: set[int] = set()
        ahead = list(below[option])
        while ahead:
            other = ahead.pop()
            if other not in seen:
                seen.add(other)
                ahead += below.get(other, ())
        found[option] = seen
    return found
