"""A resident is a number to others, the same one in every sheet, whatever links to them."""

import json
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Base, Idea, Member, Offer, Person
from kdc_desktop.model.base import Personal, personal
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.workbook.export import Delivery, export_workbook
from tests.rooms.poll_room import EVENING
from tests.rooms.random_ties import tie_all
from tests.rooms.years_room import live_on

SIGNED = {"idea.author_id", "idea.author_text"}  # told by name, as Read me says
RESIDENTS = ("Very Resident", "Other Dweller", "Third Neighbour")


@pytest.fixture
def residents(evening, room) -> list[int]:
    """Three who are members for themselves, and the first in every place that a person can have."""
    years = live_on(evening)
    tie_all(room.database)
    with room.database.edit(lazy("Residents")) as edit:
        people = [Person(name=name, created_at=EVENING) for name in RESIDENTS]
        edit.add_all(people)
        edit.flush()
        ids = [person.id for person in people]
        for consortium_id, order in ((evening.consortium_id, ids), (years.project_id, ids[::-1])):
            for key in order:
                member = Member(consortium_id=consortium_id, person_id=key, joined_at=EVENING)
                member.role = MemberRole.PARTNER
                edit.add(member)
                edit.flush()
        for offer, key in zip(
            edit.scalars(select(Offer).order_by(Offer.id)), ids[::-1], strict=False
        ):
            offer.person_id, offer.organisation_id, offer.department_id = key, None, None
        _put_everywhere(edit, ids[0])
    return ids


def _put_everywhere(edit, key: int) -> None:
    """In every link to somebody who need not have come, and in every line for a name."""
    entities = {str(mapper.local_table): mapper.class_ for mapper in Base.registry.mappers}
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if f"{table.name}.{column.name}" in SIGNED | {"person.name", "offer.person_id"}:
                continue
            value: int | str
            if "also_absent" in column.info:
                value = key
            elif personal(column) is Personal.NAME:
                value = RESIDENTS[0]
            else:
                continue
            for row in edit.scalars(select(entities[table.name])):
                setattr(row, column.name, value)


def told(room, path: Path, edition: Edition, session_id: int | None) -> dict[str, list[dict]]:
    wanted = Delivery(edition, Form.JSON)
    export_workbook(room.database, path, WORKBOOK, session_id, wanted=wanted)
    return {one["name"]: one["data"] for one in json.loads(path.read_text("utf-8"))["resources"]}


@pytest.mark.parametrize("whole_club", [False, True])
@pytest.mark.parametrize("form", list(Form))
def test_no_sheet_to_share_names_a_resident(room, residents, tmp_path, form, whole_club) -> None:
    path = tmp_path / ("s" if form is Form.CSV else f"s.{form}")
    session_id = None if whole_club else room.session_id
    wanted = Delivery(Edition.SHARE, form)
    export_workbook(room.database, path, WORKBOOK, session_id, wanted=wanted)
    said = _all_of(path, form)
    assert [name for name in RESIDENTS if name in said] == []
    assert "Resident 1" in said


def _all_of(path: Path, form: Form) -> str:
    if form is Form.CSV:
        return "".join(file.read_text("utf-8") for file in sorted(path.iterdir()))
    if form is Form.JSON:
        return path.read_text("utf-8")
    from tests.rooms.workbook_room import Book

    book = Book(path).sheets
    return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row)


@pytest.mark.parametrize("whole_club", [False, True])
def test_a_number_is_one_resident_in_every_sheet(room, residents, tmp_path, whole_club) -> None:
    session_id = None if whole_club else room.session_id
    full = told(room, tmp_path / "f.json", Edition.FULL, session_id)
    share = told(room, tmp_path / "s.json", Edition.SHARE, session_id)
    meant: dict[str, set[str]] = {}
    for name, rows in share.items():
        for row, whole in zip(rows, full[name], strict=False):
            for key, value in row.items():
                if isinstance(value, str) and re.fullmatch(r"Resident \d+", value):
                    meant.setdefault(value, set()).add(whole[key])
    assert {label: names for label, names in meant.items() if len(names) > 1} == {}
    people = [name for names in meant.values() for name in names]
    assert len(people) == len(set(people))
    assert set(RESIDENTS) <= set(people)


def test_who_signed_an_idea_is_named_there_and_nowhere_else(room, residents, tmp_path) -> None:
    with room.database.edit(lazy("Signed")) as edit:
        edit.get_one(Idea, room.ideas[0]).author_id = residents[0]
    share = told(room, tmp_path / "s.json", Edition.SHARE, None)
    named = {
        name for name, rows in share.items() if any(RESIDENTS[0] in row.values() for row in rows)
    }
    assert named == {"ideas", "trail", "people"}
    linked = {
        (name, key)
        for name, rows in share.items()
        for row in rows
        for key, value in row.items()
        if value == residents[0] and (key in ("owner_id", "said_by_id") or "person" in key)
    }
    assert linked == {("people", "person_id")}
