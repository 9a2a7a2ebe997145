"""What stands for the same in two versions, under two numbers: added in both, or known by name."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Protocol

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.services.people.former_names import former_names
from kdc_desktop.services.people.known import known_people
from kdc_desktop.services.people.matching import matched_rows
from kdc_desktop.services.twins.words import KIND_OF, TwinRow, Version, links_of

ONLY_ONE: Mapping[str, tuple[str, ...]] = {
    "taken_up": ("session_id", "consortium_id"),
    "member": ("consortium_id", "organisation_id", "department_id", "person_id"),
    "vision": ("consortium_id", "number"),
    "reading": ("vision_id", "member_id"),
    "stake_served": ("stake_id", "vision_id"),
    "offer_match": ("offer_id", "need_id"),
    "seating_table": ("round_id", "place_in_order"),
    "seat": ("round_id", "person_id"),
}
"""Where a row stands of which there is only one, by columns: of what comes over the years."""
_ONE_OF_A_NAME = {"organisation", "department", "member", "taken_up"}
"""Of these the same is the same, whether it was there before or has been added here."""

Linked = Callable[[str, Any], Any]
"""What stands for a link to a row of a table."""


class TwoVersions(Protocol):
    """Two versions as they are read together."""

    here: Version
    there: Version

    def is_shared(self, table: str, key: Any) -> bool:
        """Whether a number stands for the same thing in both."""

    def link_here(self, table: str, key: Any) -> Any:
        """What a link there comes to here."""

    def as_there(self, table: str, key: Any) -> Any:
        """The same of a link here, of those who have become one there."""


def met(twins: TwoVersions, table: str) -> dict[Any, Any]:
    """By its number there, the number here of what is only in one by its number, yet in both."""
    alone = [key for key in twins.there.rows[table] if not twins.is_shared(table, key)]
    if table == "person":
        return _people_met(twins, alone)
    pairs = _rows_met(twins, table, alone)
    return _by_former_name(twins, alone) | pairs if table == "organisation" else pairs


def _rows_met(twins: TwoVersions, table: str, alone: list[Any]) -> dict[Any, Any]:
    """Pairs that are called the same and belong to the same; each is in one pair at most."""
    of_a_name = table in _ONE_OF_A_NAME
    free: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for key, row in twins.here.rows[table].items():
        if of_a_name or not twins.is_shared(table, key):
            free[_called(table, row, twins.as_there)].append(key)
    pairs = {}
    for key in alone:
        called = _called(table, twins.there.rows[table][key], twins.link_here)
        if others := free.get(called):
            pairs[key] = others[0] if of_a_name else others.pop(0)
    return pairs


def _called(table: str, row: TwinRow, linked: Linked) -> tuple[Any, ...]:
    """What a row is told apart by: texts by their words, links by what is shared, not by titles."""
    if table == "consortium" and row["winner_id"] is not None:
        return "winner", linked("winner", row["winner_id"])
    kind = KIND_OF[table]
    links = links_of(kind.entity.__table__)
    beside = (name for name in ("starts_at", "session_id") if name in row)
    return tuple(
        linked(links[name], row[name])
        if name in links and row[name] is not None
        else _plain(row[name])
        for name in (*ONLY_ONE.get(table, ()), *kind.title, *beside)
    )


def _plain(value: Any) -> Any:
    is_text = isinstance(value, str) and not isinstance(value, StrEnum)
    return normalise(value) if is_text else value


def _by_former_name(twins: TwoVersions, alone: list[Any]) -> dict[Any, Any]:
    """Those that have gone up in another here: that one stands for them."""
    former = former_names(twins.here.snapshot)
    names = {_plain(row["name"]): key for key, row in twins.here.rows["organisation"].items()}
    called = {key: _plain(twins.there.rows["organisation"][key]["name"]) for key in alone}
    return {key: names[_plain(former[name])] for key, name in called.items() if name in former}


def become_one(twins: TwoVersions, table: str) -> dict[Any, Any]:
    """By their numbers here, those that have gone up in another there: the number here of that."""
    rows = twins.here.rows[table]
    alone = [key for key in rows if not twins.is_shared(table, key)]
    shared = [key for key in rows if twins.is_shared(table, key)]
    if table == "organisation":
        former = former_names(twins.there.snapshot)
        names = {_plain(twins.there.rows[table][key]["name"]): key for key in shared}
        stays = {key: _plain(former.get(_plain(rows[key]["name"]), "")) for key in alone}
        return {key: names[name] for key, name in stays.items() if name in names}
    seats = {_called(table, rows[key], twins.as_there): key for key in shared}
    taken = {key: seats.get(_called(table, rows[key], twins.as_there)) for key in alone}
    return {key: seat for key, seat in taken.items() if seat is not None}


def _people_met(twins: TwoVersions, alone: list[Any]) -> dict[Any, Any]:
    """Who is known here already, as an import of people would find."""
    if not alone:
        return {}
    known = known_people(twins.here.snapshot)
    rows = matched_rows(known, [roster_person(twins.there, key) for key in alone])
    return {
        key: row.person_id
        for key, row in zip(alone, rows, strict=True)
        if row.state is MatchState.SAME
    }


def roster_person(version: Version, key: Any) -> RosterPerson:
    """Somebody as a row of a sheet would tell of them."""
    row = version.rows["person"][key]
    organisation = version.rows["organisation"].get(row["organisation_id"])
    guessed = organisation is None or organisation["sector_guessed"]
    department = version.rows["department"].get(row["department_id"])
    return RosterPerson(
        name=row["name"],
        email=row["email"],
        organisation=organisation["name"] if organisation else "",
        department=department["name"] if department else "",
        sector=organisation["sector"] if organisation and not guessed else "",
    )
