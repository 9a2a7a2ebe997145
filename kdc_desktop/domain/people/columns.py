"""What the columns of a list of people hold, and how much a table looks like such a list."""

from collections.abc import Sequence

from kdc_desktop.domain.kit.profiles import header_key, recognised
from kdc_desktop.domain.people.fields import ColumnPlan, Columns, PersonField
from kdc_desktop.domain.people.profiles import PROFILES
from kdc_desktop.domain.people.roster_columns import guess_columns

__all__ = ["ColumnPlan", "Columns", "PersonField", "likeness", "plan_columns"]

_SAMPLE = 50


def plan_columns(
    headers: Sequence[str], rows: Sequence[Sequence[str]], headed: bool = True
) -> ColumnPlan:
    """What each column holds: as the tool means it whose export this is, else a guess."""
    profile = recognised(PROFILES, headers) if headed else None
    if profile is not None:
        keys = [header_key(header) for header in headers]
        return ColumnPlan(
            {place: profile.fields[key] for place, key in enumerate(keys) if key in profile.fields},
            profile.tool,
            {p: profile.meanings[key] for p, key in enumerate(keys) if key in profile.meanings},
            profile.blanks,
        )
    guessed = guess_columns(headers if headed else [""] * len(headers), rows[:_SAMPLE])
    return ColumnPlan({place: PersonField(name) for name, place in guessed.items()})


def likeness(headers: Sequence[str], rows: Sequence[Sequence[str]], headed: bool = True) -> float:
    """How much a table looks like a list of people, to choose one of a file; 0 for not at all."""
    plan = plan_columns(headers, rows, headed)
    return 1.0 + len(plan.columns) if plan.names_somebody else 0.0
