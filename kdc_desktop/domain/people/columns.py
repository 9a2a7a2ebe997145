"""What the columns of a list of people hold, and how much a table looks like such a list."""

import math
import re
from collections.abc import Mapping, Sequence

from kdc_desktop.domain.kit.profiles import header_key, recognised
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.cells import ColumnLook
from kdc_desktop.domain.people.fields import (
    NAMING,
    SAYINGS,
    ColumnPlan,
    Columns,
    PersonField,
    PersonProfile,
)
from kdc_desktop.domain.people.fitting import fits_question
from kdc_desktop.domain.people.guessing import Guess, ListColumn
from kdc_desktop.domain.people.header_questions import asked_for, is_idea, is_of_others
from kdc_desktop.domain.people.header_words import whole_headers
from kdc_desktop.domain.people.name_parts import with_parts_between
from kdc_desktop.domain.people.profiles import PROFILES
from kdc_desktop.domain.people.profiles_forms import ASKED_COUNTS

__all__ = ["ColumnPlan", "Columns", "PersonField", "likeness", "plan_columns"]

_NAMELESS, _OF_IDEAS = 0.01, 0.05
_SEVERAL = frozenset((PersonField.STATUS, PersonField.NOTES, PersonField.INTERESTS, *SAYINGS))
_WORTH: Mapping[PersonField, float] = {
    PersonField.EMAIL: 3.0,
    PersonField.ORGANISATION: 1.5,
    PersonField.SECTOR: 1.0,
    PersonField.FIRST_NAME: 1.0,
    PersonField.LAST_NAME: 1.0,
    PersonField.PHONE: 1.0,
}


def plan_columns(
    headers: Sequence[str], rows: Sequence[Sequence[str]], headed: bool = True
) -> ColumnPlan:
    """What each column holds: as the tool means it whose export this is, else a guess.

    What a profile leaves open, such as the questions that somebody has added, is guessed as well.
    """
    profile = recognised(PROFILES, headers) if headed else None
    blanks = profile.blanks if profile else frozenset()
    looks = [ColumnLook(column, blanks) for column in _columns(len(headers), rows)]
    shown = [*map(_within_brackets, headers)] if headed else [""] * len(headers)
    sights = [ListColumn(place, *both) for place, both in enumerate(zip(shown, looks, strict=True))]
    if profile is None:
        guess = Guess(sights)
        found = with_parts_between(guess.found, shown)
        return ColumnPlan(found, standings=guess.standings, alike=_alike(sights))
    return _with_profile(profile, sights)


def _with_profile(profile: PersonProfile, sights: Sequence[ListColumn]) -> ColumnPlan:
    """The columns of a tool; those that it left empty give way to what somebody has asked."""
    keys = {one.place: header_key(one.header) for one in sights}
    own = {place: profile.fields[key] for place, key in keys.items() if key in profile.fields}
    alive = {own[one.place] for one in sights if one.place in own and _tells(one.look)}
    asked = [
        one for one in sights if one.place not in own and not profile.is_aside(keys[one.place])
    ]
    spare: Columns = {}
    if profile.tool in ASKED_COUNTS:
        counts = _asked_of(asked) & alive
        spare = {place: what for place, what in own.items() if what in counts}
        alive -= counts
    guess = Guess(asked, alive)
    instead = set(guess.found.values())
    if not NAMING.isdisjoint(instead):
        instead |= NAMING
    kept = {
        place: field
        for place, field in own.items()
        if field in alive or field in _SEVERAL or field not in instead
    }
    standings = {
        place: profile.meanings[key] for place, key in keys.items() if key in profile.meanings
    }
    meant = standings | guess.standings
    columns = with_parts_between(kept | guess.found, [one.header for one in sights])
    spare = {place: what for place, what in spare.items() if place not in columns}
    return ColumnPlan(columns, profile.tool, meant, profile.blanks, _alike(sights), spare)


def _within_brackets(header: str) -> str:
    """What a survey asks in one part of a question: “G01Q01[SQ001]. About you [First name]”."""
    found = re.fullmatch(r"[A-Za-z]\w*\d\w*(?:\[\w+\])?\. (?:.*\[([^\[\]]+)\]|(.+))", header)
    return (found[1] or found[2]) if found else header


def _asked_of(asked: Sequence[ListColumn]) -> set[PersonField]:
    """What questions ask for whose cells are people: their names, their addresses."""
    names = {whole_headers().get(one.said) for one in asked if one.look.names >= 0.5}
    told = [one for one in asked if fits_question(PersonField.EMAIL, one.look)]
    mails = {asked_for(one.header) for one in told if not is_of_others(one.header)}
    found = {PersonField.EMAIL} & (mails | {whole_headers().get(one.said) for one in told})
    return found | (set(NAMING) if PersonField.NAME in names else set())


def _alike(sights: Sequence[ListColumn]) -> frozenset[int]:
    """The columns whose filled cells all say the same."""
    return frozenset(one.place for one in sights if len(set(map(fold, one.look.filled))) == 1)


def _columns(width: int, rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[row[place] if place < len(row) else "" for row in rows] for place in range(width)]


def _tells(look: ColumnLook) -> bool:
    """Whether a column tells people apart, or there is nothing to tell."""
    return look.rows == 0 or (bool(look.filled) and not look.is_constant)


def likeness(headers: Sequence[str], rows: Sequence[Sequence[str]], headed: bool = True) -> float:
    """How much a table looks like a list of people, to choose one of a file; 0 for not at all.

    A list of ideas may name people, but is no list of people: what it has counts little.
    """
    plan = plan_columns(headers, rows, headed)
    looks = {place: ColumnLook(column) for place, column in enumerate(_columns(len(headers), rows))}
    names = [looks[place] for place, field in plan.columns.items() if field in NAMING]
    filled = max((len(look.filled) for look in names), default=0)
    if not filled:
        return _NAMELESS if names else 0.0
    whole = any(look.names >= 0.5 for look in names)
    score = 1.0 + 2.0 * whole + (2.0 if plan.tool else 0.0) + math.log10(filled)
    for field in set(plan.columns.values()):
        held = [looks[place] for place, what in plan.columns.items() if what is field]
        if any(look.filled for look in held):
            score += _WORTH.get(field, 0.3)
    return score * (_OF_IDEAS if any(map(is_idea, headers)) and headed else 1.0)
