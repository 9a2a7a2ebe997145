"""Hold the open club against another version of it: what is in one and not in the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kdc_desktop.i18n import sentences
from kdc_desktop.services.twins.instead import with_instead
from kdc_desktop.services.twins.kinds import TwinKind
from kdc_desktop.services.twins.pair import Twins, twins_of
from kdc_desktop.services.twins.rows import Comparison, Fate, TwinDifference
from kdc_desktop.services.twins.words import KINDS, TwinRow, Version, captioned, links_of
from kdc_desktop.services.twins.years import TABLES, Years
from kdc_desktop.storage import Database

OutcomeOf = Callable[[Database, int], str]
"""What a poll came to, in words, as far as everybody may know it."""

_TEXTS = {
    "person": ("name", "email", "notes", "phone", "job_title", "interests"),
    "organisation": ("name", "sector", "sector_guessed", "notes", "most_groups", "size"),
    "department": ("most_groups",),
    "stage": ("title", "prompt", "notes"),
    "idea": ("text", "details", "tags", "minutes", "link"),
    "consortium": ("name", "about", "look_again_on"),
    "commitment": ("what", "due_on", "done_at"),
    "sign_of_life": ("text", "said_by"),
    "stake": ("text",),
    "offer": ("text", "ended_at", "end"),
}
"""What can be taken over of a row that both have."""
_TOLD_APART = {"person", "organisation", *TABLES}
"""Where both have added the same, what each says of it is told of these."""


def compare(database: Database, other: Path, outcome_of: OutcomeOf) -> Comparison:
    """What has been done in each since they parted; nothing is written.

    Raises:
        UserError: as `twins_of` does.
    """
    with twins_of(database, other) as (twins, opened):

        def outcomes(poll_id: int) -> tuple[str, str]:
            of_here = outcome_of(database, poll_id) if poll_id in twins.here.rows["poll"] else ""
            of_there = outcome_of(opened, poll_id) if poll_id in twins.there.rows["poll"] else ""
            return of_here, of_there

        years = Years(twins)
        found = (one for kind in KINDS for one in _of_kind(twins, kind, outcomes))
        differences = tuple(with_instead(_with_years(years, one)) for one in found)
        parting = twins.parting
        return Comparison(parting.at, parting.label, differences)


def _with_years(years: Years, one: TwinDifference) -> TwinDifference:
    """Whether something of the years can come over, or else what to do instead."""
    if one.fate is Fate.ADDED_THERE and one.table in TABLES:
        instead = years.instead(one.table, one.key)
        return replace(one, can_be_taken=not instead, instead=instead)
    changed = one.fate in (Fate.CHANGED_THERE, Fate.CHANGED_BOTH) and not one.can_be_taken
    if changed or one.fate is Fate.ADDED_THERE:
        return replace(one, instead=years.changed(one.table))
    return one


def _of_kind(
    twins: Twins, kind: TwinKind, outcomes: Callable[[int], tuple[str, str]]
) -> Iterator[TwinDifference]:
    here, there = twins.here.rows[kind.table], twins.there.rows[kind.table]
    met_there = twins.met[kind.table]
    met_here = set(met_there.values())
    for key in sorted({*here, *there}):
        if key in here and key in there and twins.is_shared(kind.table, key):
            found = _changed(twins, kind, key)
            if found is not None:
                yield _as_told(kind, found, outcomes)
            continue
        for one in _single(twins, kind, key):
            if one.fate is Fate.ADDED_THERE and key in met_there:
                if kind.table in _TOLD_APART and (found := _changed(twins, kind, key)):
                    yield _as_told(kind, found, outcomes)
            elif one.fate is not Fate.ADDED_HERE or key not in met_here:
                yield _as_told(kind, one, outcomes)


def _as_told(
    kind: TwinKind, one: TwinDifference, outcomes: Callable[[int], tuple[str, str]]
) -> TwinDifference:
    if kind.private is not None:
        return replace(one, title=str(kind.private), here="", there="")
    if kind.table != "poll":
        return one
    here, there = outcomes(one.key)
    return replace(
        one,
        here=sentences([one.here, here if one.here else ""]),
        there=sentences([one.there, there if one.there else ""]),
    )


def _single(twins: Twins, kind: TwinKind, key: Any) -> Iterator[TwinDifference]:
    """What there is in one version only, by this number: in each something of its own, maybe."""
    touched_here = twins.parting.here.get(kind.table, {})
    touched_there = twins.parting.there.get(kind.table, {})
    if key in twins.here.rows[kind.table]:
        removed = key in touched_there and not touched_here.get(key, False)
        fate = Fate.REMOVED_THERE if removed else Fate.ADDED_HERE
        title = twins.here.title(kind.table, key)
        said = _details(twins.here, kind, key)
        yield TwinDifference(kind.noun, fate, kind.table, key, title, said, "")
    if key in twins.there.rows[kind.table]:
        removed = key in touched_here and not touched_there.get(key, False)
        fate = Fate.REMOVED_HERE if removed else Fate.ADDED_THERE
        title = twins.there.title(kind.table, key)
        said = _details(twins.there, kind, key)
        taken = fate is Fate.ADDED_THERE and _can_be_added(twins, kind.table, key)
        yield TwinDifference(kind.noun, fate, kind.table, key, title, "", said, taken)


def _details(version: Version, kind: TwinKind, key: Any) -> str:
    said = version.said(kind.table, key)
    return captioned(kind.table, {name: said[name] for name in kind.said})


def _changed(twins: Twins, kind: TwinKind, key: Any) -> TwinDifference | None:
    """What is not alike of something that both have, by its key there; by what it says."""
    table = kind.table
    is_shared = twins.is_shared(table, key)
    at = key if is_shared else twins.met[table][key]
    by_here = not is_shared or key in twins.parting.here.get(table, {})
    by_there = not is_shared or key in twins.parting.there.get(table, {})
    own, other = twins.here.rows[table][at], twins.there.rows[table][key]
    is_one_there = twins.as_there(table, at) != at  # then the merger is told
    if is_one_there or (not by_here and not by_there and own == other):
        return None
    mine, theirs = twins.here.said(table, at), twins.there.said(table, key)
    names = [name for name in mine if mine[name] != theirs[name]]
    links = links_of(kind.entity.__table__)
    names = [
        name
        for name in names
        if name not in links
        or twins.as_there(links[name], own[name]) != twins.link_here(links[name], other[name])
    ]
    if not names:
        return None
    fate = Fate.CHANGED_BOTH
    if by_here != by_there:
        fate = Fate.CHANGED_HERE if by_here else Fate.CHANGED_THERE
    taken = fate is not Fate.CHANGED_HERE and bool(texts_to_take(own, other, table))
    return TwinDifference(
        kind.noun,
        fate,
        table,
        key,
        twins.here.title(table, at),
        captioned(table, {name: mine[name] for name in names}),
        captioned(table, {name: theirs[name] for name in names}),
        taken and twins.is_by_itself(table, at),
    )


def texts_to_take(own: TwinRow, other: TwinRow, table: str) -> dict[str, Any]:
    """What a row would say if it were taken over from there, by column, where that differs."""
    names = _TEXTS.get(table, ())
    return {name: other[name] for name in names if own[name] != other[name]}


def _can_be_added(twins: Twins, table: str, key: Any) -> bool:
    row = twins.there.rows[table][key]
    if table in ("idea", "session") and row["trashed_at"] is not None:
        return False
    if table == "idea":  # a session that is only there comes with it
        session = twins.there.rows["session"].get(row["session_id"])
        return session is not None and session["trashed_at"] is None
    if table == "attendance":  # of who is new, it comes with the person
        known = twins.is_shared("person", row["person_id"])
        return known and twins.session_here(row["session_id"]) is not None
    if table == "consent":
        return twins.is_shared("person", row["person_id"])
    return table in ("person", "organisation", "session")
