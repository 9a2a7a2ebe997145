"""What of consortia over the years can be taken over and what comes along, or what to do instead.

A row comes with all that it belongs to and all that is a part of it: an asking with its answers, a
reservation with its steps, a consortium with everything. Nothing that is here is written over:
where both have said something of which there is one only, a person says what holds.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model import Base
from kdc_desktop.services.twins.kinds_of_going import OF_GOING
from kdc_desktop.services.twins.kinds_of_years import OF_YEARS
from kdc_desktop.services.twins.meeting import ONLY_ONE
from kdc_desktop.services.twins.pair import Twins
from kdc_desktop.services.twins.words import KIND_OF, links_of
from kdc_desktop.storage.values import rules_of

RowThere = tuple[str, int]
"""A table, and the key of a row of it in the version there."""

_LEFT = {"estimate", "delegate"}
TABLES = tuple(
    table.name
    for table in Base.metadata.sorted_tables
    if table.name in {kind.table for kind in (*OF_YEARS, *OF_GOING)} - _LEFT
)
"""Those whose rows can come, in the order in which they can be written."""
PERSON_LINKS = {
    "consortium": "owner_id",
    "member": "person_id",
    "position": "said_by_id",
    "reservation": "owner_id",
    "offer": "person_id",
    "obstacle": "owner_id",
    "obstacle_step": "owner_id",
    "seat": "person_id",
}
_PARTS: Mapping[str, tuple[str, ...]] = {
    "consortium": (
        *("consortium_step", "taken_up", "member", "open_role", "sign_of_life"),
        *("vision", "asking", "pulse", "obstacle", "gain"),
    ),
    "member": ("leaving", "role_step", "reading", "stake", "reservation", "commitment"),
    "stake": ("stake_served",),
    "asking": ("position",),
    "reservation": ("reservation_step",),
    "obstacle": ("obstacle_step",),
    "offer": ("offer_match",),
    "seating_round": ("seating_table",),
    "seating_table": ("seat",),
}
_INSTEAD: Mapping[str, Text] = {
    "estimate": lazy("It is for your eyes only. Note it here again, where it still holds."),
    "delegate": lazy("Place them here, where they come."),
    "position": lazy("An answer comes with its asking. One that both have asked stays as it is."),
    "role_step": lazy("Give the member its role here."),
    "reservation_step": lazy("It comes with its reservation. Say here what has become of it."),
}
_CHANGED: Mapping[str, Text] = {
    "obstacle": lazy("It follows from its steps. Take those over."),
}
_WHILE_NOBODY_IS_ASKED = {"asking", "pulse", "reservation", "vision"}
"""What of a consortium here waits until what is asked is revealed; till then much is not read."""
_SAY_IT_HERE = lazy("Say here what holds now.")
_NOT_REVEALED = lazy("Reveal its answers there first, then compare again.")
_ASKED_HERE = lazy("Reveal what is asked here first, or call it off, then compare again.")
_TWO_VERSIONS = lazy("Both have this version in words of their own. Write the next one here.")
_LEFT_HERE = lazy("It has left here as well. Say here what holds now.")
_HEIR_LEFT_HERE = lazy("Who took over has left here. Say here that it left, and who takes over.")
_IN_THE_TRASH = lazy("Its session lies in the trash there. Take it out there, then compare again.")


def _leading_up(part: str, table: str) -> list[str]:
    """The columns by which a row is a part of one of this table: those it must have, if any."""
    columns = KIND_OF[part].entity.__table__.c
    links = [name for name, to in links_of(KIND_OF[part].entity.__table__).items() if to == table]
    return [name for name in links if not columns[name].nullable] or links


class Years:
    """What the version there has of consortia that is not here."""

    def __init__(self, twins: Twins) -> None:
        self._twins = twins
        self._here, self._there = twins.here.rows, twins.there.rows
        self._parts: dict[RowThere, list[RowThere]] = defaultdict(list)
        for table, parts in _PARTS.items():
            for part in parts:
                for name in _leading_up(part, table):
                    for key, row in self._there[part].items():
                        self._parts[table, row[name]].append((part, key))

    def instead(self, table: str, key: int) -> str:
        """What to do instead of taking a row over that is only there; "" where it can come."""
        if table in _INSTEAD:
            return str(_INSTEAD[table])
        if table not in TABLES:
            return ""
        along = self.with_all([(table, key)])
        faults = [fault for place in sorted(along) for fault in self._faults(place, along)]
        if _TWO_VERSIONS in faults:  # whatever else is done, that stays
            return str(_TWO_VERSIONS)
        return str(next(iter(faults), ""))

    def changed(self, table: str) -> str:
        """What to do about a row that says something else there, where that cannot be taken."""
        said = _CHANGED.get(table, _INSTEAD.get(table, _SAY_IT_HERE))
        return str(said) if table in (*TABLES, *_LEFT) else ""

    def with_all(self, chosen: Collection[RowThere]) -> set[RowThere]:
        """These with all that comes along: what they belong to, and what is a part of them."""
        found: set[RowThere] = set()
        todo = list(chosen)
        while todo:
            place = todo.pop()
            if place not in found and self._is_new(place):
                found.add(place)
                todo += self._above(place)
                todo += [part for part in self._parts[place] if self._is_told(part)]
        return found

    def _is_new(self, place: RowThere) -> bool:
        """Whether it is there, and not here under any number."""
        table, key = place
        is_there = key in self._there[table] and key not in self._twins.met[table]
        return is_there and not self._twins.is_shared(table, key)

    def _above(self, place: RowThere) -> Iterator[RowThere]:
        """What a row must belong to; a version comes with those before it."""
        table, key = place
        row = self._there[table][key]
        for rule in rules_of(KIND_OF[table].entity.__table__):
            for link in rule.column.foreign_keys:
                target, value = link.column.table.name, row[rule.column.name]
                if rule.is_key and target in TABLES and value is not None:
                    yield target, value
        if table == "vision":
            for number, other in self._there["vision"].items():
                of_it = other["consortium_id"] == row["consortium_id"]
                if of_it and other["number"] < row["number"]:
                    yield "vision", number

    def _is_told(self, place: RowThere) -> bool:
        """Whether nothing of it is hidden: what is still asked stays there."""
        row = self._there[place[0]][place[1]]
        return bool(row.get("revealed_at", True))

    def _faults(self, place: RowThere, along: Collection[RowThere]) -> Iterator[Text]:
        """Why a row cannot come, as what is to be done about it."""
        table, key = place
        row = self._there[table][key]
        if not self._is_told(place):
            yield _NOT_REVEALED
        session = self._there["session"].get(row.get("session_id"))
        if session is not None and session["trashed_at"] is not None:
            yield _IN_THE_TRASH
        of = row if table != "reservation" else self._there["vision"].get(row["vision_id"], {})
        if "consortium_id" in of and ("consortium", of["consortium_id"]) not in along:
            yield from self._beside(table, of)
        if table in ONLY_ONE and self._is_said(table, row):
            yield _TWO_VERSIONS if table == "vision" else _SAY_IT_HERE
        if table == "leaving" and row["back_at"] is None:
            member = self._twins.number_here("member", row["member_id"])
            away = {one["member_id"] for one in self._rows(table) if one["back_at"] is None}
            if member in away:
                yield _LEFT_HERE
            heir = row["handed_to_id"]
            if heir is not None and self._twins.number_here("member", heir) in away:
                yield _HEIR_LEFT_HERE

    def _beside(self, table: str, row: Mapping[str, Any]) -> Iterator[Text]:
        """The same of a row whose consortium is here, and may have gone on."""
        consortium = self._twins.number_here("consortium", row["consortium_id"])
        asked = "pulse" if table == "pulse" else "asking"
        of_it = (one for one in self._rows(asked) if one["consortium_id"] == consortium)
        if table in _WHILE_NOBODY_IS_ASKED and any(not one["revealed_at"] for one in of_it):
            yield _ASKED_HERE

    def _rows(self, table: str) -> Collection[Mapping[str, Any]]:
        return self._here[table].values()

    def _is_said(self, table: str, row: Mapping[str, Any]) -> bool:
        """Whether a row here stands where this one from there would have to stand."""
        links = links_of(KIND_OF[table].entity.__table__)
        place = [
            self._twins.link_here(links[name], row[name]) if name in links else row[name]
            for name in ONLY_ONE[table]
        ]
        rows = self._rows(table)
        return any([one[name] for name in ONLY_ONE[table]] == place for one in rows)
