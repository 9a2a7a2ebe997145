"""One placement instead of several to choose from."""

from typing import Any

from kdc_desktop.domain.consortia.fitting import Problem, Suggestion
from kdc_desktop.domain.consortia.suggest import alternatives


def suggest(problem: Problem, **how: Any) -> Suggestion:
    """The best suggestion for this problem."""
    (best,) = alternatives(problem, 1, **how)
    return best
