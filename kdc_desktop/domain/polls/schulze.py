"""Schulze's method: where wins two by two go round in a circle, the strongest chains decide.

A win is as strong as the papers that are for it (“winning votes”), a chain of wins as its weakest
one. An option beats another where its strongest chain to it is stronger than the one back. After
Markus Schulze, “A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
single-winner election method”, Social Choice and Welfare 36 (2011), pages 267 to 303.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kdc_desktop.domain.polls.orders import Numbers


def strongest_chains(before: "Numbers") -> "Numbers":
    """From each option (row) to each (column) the strength of the strongest chain, 0 for none."""
    import numpy

    strength: Numbers = numpy.where(before > before.T, before, 0)
    for over in range(len(strength)):
        chain = numpy.minimum(strength[:, over, None], strength[over])
        numpy.maximum(strength, chain, out=strength)
    numpy.fill_diagonal(strength, 0)
    return strength


def beaten_by(before: "Numbers") -> list[int]:
    """By how many others each option is beaten; who is beaten by none is a winner.

    Beating is transitive (section 4.1 there), so whoever beats another is beaten by fewer.
    """
    strength = strongest_chains(before)
    return [int(count) for count in (strength > strength.T).sum(axis=0)]
