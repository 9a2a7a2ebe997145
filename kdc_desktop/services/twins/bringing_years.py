"""Brings what was chosen of consortia over the years into the open club, with its own numbers."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from kdc_desktop.domain.consortia.states import without_the_club_since
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.model import Consortium, ConsortiumStep, Department, Organisation, PulseAnswer
from kdc_desktop.services.twins.pair import Twins
from kdc_desktop.services.twins.words import KIND_OF, TwinRow
from kdc_desktop.services.twins.years import PERSON_LINKS, TABLES, Years
from kdc_desktop.storage import Edit
from kdc_desktop.storage.values import one_of, rules_of

_OF_ORGANISATION = ("name", "sector", "sector_guessed", "notes")


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
        held = (rows[table][key].get("session_id") for table, key in self._places)
        self.sessions: set[int] = {
            one for one in held if one is not None and twins.session_here(one) is None
        }
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

    def write(self, edit: Edit, people: Mapping[int, int], sessions: Mapping[int, int]) -> int:
        """Write it; how many of the things chosen came. People and sessions are known by then."""
        self._new = {
            "person": dict(people),
            "session": dict(sessions),
            "organisation": {},
            "department": {},
        }
        self._bring_organisations(edit)
        for table in TABLES:
            keys = sorted(key for name, key in self._places if name == table)
            images = {key: image for key in keys if (image := self._image(table, key))}
            made = edit.add_rows(KIND_OF[table].entity, list(images.values()))
            self._new[table] = dict(zip(images, made, strict=True))
        self._bring_pulse_answers(edit)
        self._follow_steps(edit)
        return sum(key in self._new[table] for table, key in self._chosen)

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
        if one_of(columns) and all(row[name] is None for name in one_of(columns)):
            return None
        return {name: value for name, value in row.items() if name != "id"}

    def _here(self, table: str, key: int | None) -> int | None:
        """The number here of a row there, or of what has come for it."""
        if key is None:
            return None
        if key in self._new.get(table, {}):
            return self._new[table][key]
        if table not in KIND_OF:
            return None
        shared = self._twins.is_shared(table, key)
        return key if shared else self._twins.met[table].get(key)

    def _bring_organisations(self, edit: Edit) -> None:
        """Those that members are, and their departments, where they are not known by name."""
        rows = self._twins.there.rows
        members = [rows["member"][key] for table, key in sorted(self._places) if table == "member"]
        names = {normalise(one.name): one.id for one in edit.scalars(select(Organisation))}
        for member in members:
            key = member["organisation_id"]
            if key is not None and self._here("organisation", key) is None:
                row = rows["organisation"][key]
                known = names.get(normalise(row["name"]))
                if known is None:
                    said = {name: row[name] for name in _OF_ORGANISATION}
                    (known,) = edit.add_rows(Organisation, [said])
                self._new["organisation"][key] = known
        for member in members:
            self._bring_department(edit, member["department_id"])

    def _bring_department(self, edit: Edit, key: int | None) -> None:
        if key is None or self._here("department", key) is not None:
            return
        row = self._twins.there.rows["department"][key]
        of = self._here("organisation", row["organisation_id"])
        parts = edit.scalars(select(Department).where(Department.organisation_id == of))
        found = {normalise(one.name): one.id for one in parts}.get(normalise(row["name"]))
        if found is None and of is not None:
            said = {"organisation_id": of, "name": row["name"]}
            (found,) = edit.add_rows(Department, [said])
        if found is not None:
            self._new["department"][key] = found

    def _bring_pulse_answers(self, edit: Edit) -> None:
        """They come with their pulse, and are told nowhere."""
        rows: list[dict[str, Any]] = []
        for pulse, member, said in self._felt:
            pulse_id, member_id = self._new["pulse"].get(pulse), self._here("member", member)
            if pulse_id is not None and member_id is not None:
                rows.append({**said, "pulse_id": pulse_id, "member_id": member_id})
        edit.add_rows(PulseAnswer, rows)

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


_STEP = "consortium_step"  # untranslated: a table
