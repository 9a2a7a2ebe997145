"""Brings what was chosen of consortia over the years into the open club, with its own numbers."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.consortia.states import without_the_club_since
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.model import Consortium, ConsortiumStep, Department, PulseAnswer, Winner
from kdc_desktop.services.obstacles.following import follow_steps
from kdc_desktop.services.twins.meeting import ONLY_ONE
from kdc_desktop.services.twins.pair import Twins
from kdc_desktop.services.twins.words import KIND_OF, TwinRow
from kdc_desktop.services.twins.years import PERSON_LINKS, TABLES, RowThere, Years
from kdc_desktop.storage import Edit
from kdc_desktop.storage.values import one_of, rules_of


class BringYears:
    """What comes: `people` and `sessions` by their numbers there, whom and which it names."""

    def __init__(self, twins: Twins, chosen: Mapping[str, list[int]]) -> None:
        self._twins, years = twins, Years(twins)
        self._chosen = {
            (table, key)
            for table in TABLES
            for key in chosen.get(table, ())
            if not years.instead(table, key)
        }
        self._places = years.with_all(self._chosen)
        rows = twins.there.rows
        named = (
            rows[table][key][PERSON_LINKS[table]]
            for table, key in self._places
            if table in PERSON_LINKS
        )
        self.people: set[int] = {one for one in named if one is not None}
        held = (
            rows[table][key].get("session_id")
            for table, key in self._places
            if table not in _OF_ANY_TIME
        )
        self.sessions: set[int] = {
            one for one in held if one is not None and twins.session_here(one) is None
        }
        self.organisations = self._only_there("organisation")
        self._departments = self._only_there("department")
        self._winners = self._only_there("winner")
        taken = [key for table, key in self._places if table == "pulse"]
        felt = select(PulseAnswer).where(PulseAnswer.pulse_id.in_(taken)).order_by(PulseAnswer.id)
        self._felt = [
            (
                one.pulse_id,
                one.member_id,
                {"question": one.question, "step": one.step, "at": one.at},
            )
            for one in twins.there.snapshot.scalars(felt)
        ]
        self._new: dict[str, dict[int, int]] = {}
        self._made: set[RowThere] = set()
        self._made_departments: dict[int, TwinRow] = {}

    def _only_there(self, table: str) -> list[int]:
        """What rows that come belong to, of what is not here under any number."""
        rows = self._twins.there.rows
        named = {rows[of][key].get(f"{table}_id") for of, key in self._places}
        return sorted(
            key for key in named if key is not None and self._twins.number_here(table, key) is None
        )

    def write(
        self,
        edit: Edit,
        people: Mapping[int, int],
        sessions: Mapping[int, int],
        organisations: Mapping[int, int],
    ) -> int:
        """Write it; how many of the things chosen came. What it belongs to is known by then."""
        if not self._places:
            return 0
        self._new = {
            "person": dict(people),
            "session": dict(sessions),
            "organisation": dict(organisations),
            "department": {},
        }
        self._bring_departments(edit)
        self._bring_winners(edit)
        for table in TABLES:
            self._bring(edit, table)
        self._bring_pulse_answers(edit)
        self._follow_steps(edit)
        self._follow_obstacles(edit)
        return len(self._made & self._chosen)

    def _image(self, table: str, key: int) -> TwinRow | None:
        """A row as it is here; None where nothing here is what it must belong to."""
        row = dict(self._twins.there.rows[table][key])
        columns = KIND_OF[table].entity.__table__
        for rule in rules_of(columns):
            name = rule.column.name
            for link in rule.column.foreign_keys:
                said, row[name] = row[name], self._here(link.column.table.name, row[name])
                if rule.is_key and said is not None and row[name] is None:
                    return None
        if "department_id" in row:
            row["department_id"] = self._department_of(row)
        if one_of(columns) and all(row[name] is None for name in one_of(columns)):
            return None
        return {name: value for name, value in row.items() if name != "id"}

    def _department_of(self, whose: TwinRow) -> int | None:
        """Its department, or the one of that name, in the organisation that it has here."""
        if whose["department_id"] is None:
            return None
        rows = {**self._twins.here.rows["department"], **self._made_departments}
        name = normalise(rows[whose["department_id"]]["name"])
        of_it = {
            normalise(row["name"]): key
            for key, row in rows.items()
            if row["organisation_id"] == whose["organisation_id"]
        }
        return of_it.get(name)

    def _here(self, table: str, key: int | None) -> int | None:
        """The number here of a row there, or of what has come for it."""
        if key is None:
            return None
        if key in self._new.get(table, {}):
            return self._new[table][key]
        if table not in KIND_OF:
            return None
        number: int | None = self._twins.number_here(table, key)
        return number

    def _bring_departments(self, edit: Edit) -> None:
        """Those of the members, with the organisations that have come for them."""
        found: dict[tuple[int, str], int] = {}
        for key in self._departments:
            row = self._twins.there.rows["department"][key]
            of, name = self._here("organisation", row["organisation_id"]), row["name"]
            if of is None:
                continue
            said = {"organisation_id": of, "name": name}
            place = (of, normalise(name))
            if place not in found:  # people may have brought it along
                came = edit.scalar(select(Department.id).filter_by(**said))
                new = {**said, "most_groups": row["most_groups"]}
                found[place] = came or edit.add_rows(Department, [new])[0]
                self._made_departments[found[place]] = said
            self._new["department"][key] = found[place]

    def _bring_winners(self, edit: Edit) -> None:
        """What consortia have formed around, where it is only there; it has no board here."""
        rows = self._twins.there.rows["winner"]
        new = {}
        for key in self._winners:
            session_id = self._here("session", rows[key]["session_id"])
            if session_id is not None:
                said = {name: rows[key][name] for name in ("title", "place_in_order")}
                new[key] = {**said, "session_id": session_id}
        made = edit.add_rows(Winner, list(new.values()))
        self._new["winner"] = dict(zip(new, made, strict=True))

    def _bring(self, edit: Edit, table: str) -> None:
        """The rows of a table; what stands where there may be only one already is that one."""
        names = ONLY_ONE.get(table, ("id",))
        here = self._twins.here.rows[table]
        taken = {tuple(row[name] for name in names): key for key, row in here.items()}
        keys = sorted(key for name, key in self._places if name == table)
        images = {key: image for key in keys if (image := self._image(table, key))}
        places = {
            key: tuple(image.get(name, -key) for name in names) for key, image in images.items()
        }
        first = {place: key for key, place in reversed(places.items()) if place not in taken}
        new = sorted(first.values())
        made = edit.add_rows(KIND_OF[table].entity, [images[key] for key in new])
        self._made |= {(table, key) for key in new}
        taken |= dict(zip((places[key] for key in new), made, strict=True))
        self._new[table] = {key: taken[place] for key, place in places.items()}

    def _bring_pulse_answers(self, edit: Edit) -> None:
        """They come with their pulse, and are told nowhere."""
        rows: dict[tuple[Any, ...], dict[str, Any]] = {}  # the later of two that are one here
        for pulse, member, said in self._felt:
            pulse_id, member_id = self._new["pulse"].get(pulse), self._here("member", member)
            if pulse_id is not None and member_id is not None:
                place = (pulse_id, member_id, said["question"])
                rows[place] = {**said, "pulse_id": pulse_id, "member_id": member_id}
        edit.add_rows(PulseAnswer, list(rows.values()))

    def _follow_steps(self, edit: Edit) -> None:
        """Whether the club still works on a consortium follows from all its steps together."""
        rows = self._twins.there.rows["consortium_step"]
        told = {self._here("consortium", rows[key]["consortium_id"]) for key in self._new[_STEP]}
        for consortium_id in told - {None, *self._new["consortium"].values()}:
            steps = select(ConsortiumStep).where(ConsortiumStep.consortium_id == consortium_id)
            since = None
            for step in edit.scalars(steps.order_by(ConsortiumStep.at, ConsortiumStep.id)):
                since = without_the_club_since(since, step.state, step.at)
            edit.get_one(Consortium, consortium_id).let_go_at = since

    def _follow_obstacles(self, edit: Edit) -> None:
        """What holds of an obstacle follows from what happened to it in both."""
        rows = self._twins.there.rows[_OBSTACLE_STEP]
        keys = (rows[key]["obstacle_id"] for key in self._new[_OBSTACLE_STEP])
        here = {self._here("obstacle", key) for key in keys}
        follow_steps(edit, {key for key in here if key is not None})


_STEP = "consortium_step"  # untranslated: a table
_OBSTACLE_STEP = "obstacle_step"  # untranslated: a table
_OF_ANY_TIME = {"offer", "offer_match"}
"""What an evening that is only there is not brought along for."""
