"""Bradley and Terry's model: how strong options are, from who was preferred to whom.

An option of strength s is preferred to one of strength t with the chance 1 / (1 + exp(t − s)). So
that this has an answer whatever was compared, each option counts as having also won once and lost
once against an average one, of strength 0. That prior is weak, and means that before anything is
known each chance from 0 to 1 to be preferred to an average option is as likely as any other; and
the chances of all options have the mean one half. How unsure they are is told by the curve of the
posterior at its top: a chance is spread like the beta distribution with the same top and curve,
which in trials holds nine in ten or some more where it says nine in ten. That answers of one person
belong together is not known here. After R. A. Bradley and M. E. Terry, “Rank analysis of incomplete
block designs”, Biometrika 39 (1952); the prior is that of R. R. Davidson and D. L. Solomon,
Biometrika 60 (1973).
"""

from collections.abc import Sequence
from itertools import pairwise
from math import erf, exp, log, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kdc_desktop.domain.polls.orders import Numbers

PRIOR = 1.0  # won and lost against an average option
_SAME = 1e-9  # strengths that are as near as that are the same
_NEAR = 0.1  # from here on a whole step of Newton's comes nearer
_ROUNDS = 100
_CERTAIN = 30.0  # beyond this, a chance is 0 or 1 however it is spread
_NINE_IN_TEN = 1.6448536269514722  # standard deviations to either side


class Strengths(NamedTuple):
    """The strengths of options, 0 for an average one, and how they vary together."""

    strength: list[float]
    together: list[list[float]]

    def chance(self, option: int) -> float:
        """How likely it is that an option is preferred to an average one."""
        return _chance(self.strength[option])

    def between(self, option: int) -> tuple[float, float]:
        """Between which chances that one lies, nine times in ten."""
        strength, spread = self.strength[option], self.together[option][option]
        if abs(strength) < _CERTAIN:
            won, lost = _chance(strength), _chance(-strength)
            trials = 1 / (spread * won * lost)  # as if so many had been won and lost
            strength = _digamma(won * trials) - _digamma(lost * trials)
            spread = _trigamma(won * trials) + _trigamma(lost * trials)
        error = _NINE_IN_TEN * sqrt(spread)
        return _chance(strength - error), _chance(strength + error)

    def surely(self, option: int, other: int) -> float:
        """How likely it is that an option really is stronger than another."""
        spread = self.together[option][option] + self.together[other][other]
        spread -= 2 * self.together[option][other]
        return 0.5 + 0.5 * erf((self.strength[option] - self.strength[other]) / sqrt(2 * spread))


def strengths(won: Sequence[Sequence[int]], prior: float = PRIOR) -> Strengths:
    """Strengths from how often the option of the row was preferred to that of the column.

    Options about which the same is known are exactly as strong.
    """
    import numpy

    wins = numpy.array(won, dtype=float).reshape(len(won), len(won))
    strength = numpy.zeros(len(wins))
    for _round in range(_ROUNDS):
        slope, curve = _derivatives(wins, prior, strength)
        step = numpy.linalg.solve(curve, slope)
        furthest = numpy.abs(step).max(initial=0.0)
        while furthest > _NEAR and _likely(wins, prior, strength + step) < _likely(
            wins, prior, strength
        ):
            step, furthest = step / 2, furthest / 2
        strength = strength + step
        if furthest < _SAME / 1000:
            break
    together = numpy.linalg.inv(_derivatives(wins, prior, strength)[1])
    return Strengths(_same(strength.tolist()), together.tolist())


def _chance(strength: float) -> float:
    odds = exp(-abs(strength))  # never too large
    return (1 if strength > 0 else odds) / (1 + odds)


def _digamma(x: float) -> float:
    """The slope of the logarithm of the gamma function, by its series for large numbers."""
    if x < 6:
        return _digamma(x + 1) - 1 / x
    return log(x) - 1 / (2 * x) - 1 / (12 * x**2) + 1 / (120 * x**4)


def _trigamma(x: float) -> float:
    """The slope of that one."""
    if x < 6:
        return _trigamma(x + 1) + 1 / x**2
    return 1 / x + 1 / (2 * x**2) + 1 / (6 * x**3) - 1 / (30 * x**5)


def _likely(wins: "Numbers", prior: float, strength: "Numbers") -> float:
    """The logarithm of how likely what was seen is, the prior included."""
    import numpy

    apart = strength[:, None] - strength
    seen = -(wins * numpy.logaddexp(0, -apart)).sum()
    before = numpy.logaddexp(0, strength) + numpy.logaddexp(0, -strength)
    return float(seen - prior * before.sum())


def _derivatives(wins: "Numbers", prior: float, strength: "Numbers") -> "tuple[Numbers, Numbers]":
    """How that rises with each strength, and how that bends, which it does downwards."""
    import numpy

    with numpy.errstate(over="ignore"):  # what is too large for a number stands below a line
        chance = 1 / (1 + numpy.exp(strength - strength[:, None]))  # of the row before the column
        won, lost = 1 / (1 + numpy.exp(-strength)), 1 / (1 + numpy.exp(strength))
    met = wins + wins.T
    slope = wins.sum(axis=1) - (met * chance).sum(axis=1) + prior * (lost - won)
    curve = -met * chance * chance.T
    numpy.fill_diagonal(curve, 0)
    numpy.fill_diagonal(curve, 2 * prior * won * lost - curve.sum(axis=1))
    return slope, curve


def _same(strength: list[float]) -> list[float]:
    """The same, where those that only the last digits tell apart are equal."""
    order = sorted(range(len(strength)), key=lambda at: strength[at])
    found = list(strength)
    for before, after in pairwise(order):
        if strength[after] - strength[before] < _SAME:
            found[after] = found[before]
    return found
