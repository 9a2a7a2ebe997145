"""How fast a whole session goes from the club file to Excel, beside bare cells without a look."""

import random
from pathlib import Path

from openpyxl import Workbook  # noqa: TID253 - it is the floor that is measured
from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.model import BallotMark, BallotPaper, Idea, RollEntry
from kdc_desktop.services.joined.sheets import SHEETS
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.storage.database import unguessable
from tests.benchmarks.test_bench_workbook import paired_seconds
from tests.rooms.poll_room import EVENING, Room
from tests.rooms.workbook_room import an_evening, reveal

SENTENCE = "More trees along the street, and a bench every hundred metres for those who need it"


def add_ideas(room: Room, number: int) -> None:
    with room.database.edit(lazy("Ideas")) as edit:
        edit.add_all(
            Idea(
                session_id=room.session_id,
                text=f"{SENTENCE} {place}"[place % 60 :],
                sector="CPATR"[place % 5],
                author_id=room.people[place % len(room.people)],
                cluster_id=room.clusters[place % 6],
                x=0,
                y=0,
                created_at=EVENING,
            )
            for place in range(number)
        )


def hold_poll(room: Room, marks: int) -> None:
    """A secret poll on all ideas; everybody casts a paper with this many marks, in one edit."""
    on_board = (Idea.trashed_at.is_(None), Idea.parent_id.is_(None))
    with room.database.read() as session:
        ideas = tuple(session.scalars(select(Idea.id).where(*on_board)))
    poll_id = room.open_poll(subject="ideas", option_ids=ideas, marks_each=marks)
    options, draw = room.options(poll_id), random.Random(1)
    with room.database.edit(lazy("Papers"), undoable=False) as edit:
        for person_id in room.people:
            key = unguessable()
            edit.add(RollEntry(poll_id=poll_id, person_id=person_id, channel="kiosk"))
            edit.add(BallotPaper(id=key, poll_id=poll_id, person_id=None, sector=None))
            edit.flush()
            edit.add_all(
                BallotMark(paper_id=key, option_id=option, marks=1)
                for option in draw.sample(options, marks)
            )
    reveal(room, poll_id)


def write_raw(path: Path, tables: list) -> None:
    workbook = Workbook(write_only=True)
    for table in tables:
        sheet = workbook.create_sheet(str(table.title))
        sheet.append([str(column.title) for column in table.columns])
        for row in table.rows:
            sheet.append(row)
    workbook.save(path)


def test_exporting_a_session_of_300(record, tmp_path) -> None:
    room = an_evening(tmp_path / "club.kdc", 300).room
    add_ideas(room, 371)
    hold_poll(room, 10)
    with room.database.read() as snapshot:
        source = Source(snapshot, room.session_id, room.database.now())
        tables = [sheet(source) for sheet in SHEETS]
    took, floor = paired_seconds(
        lambda: export_workbook(room.database, tmp_path / "ours.xlsx", SHEETS, room.session_id),
        lambda: write_raw(tmp_path / "raw.xlsx", tables),
        8,
    )
    room.database.close()
    record("workbook | from the file, one session of 300", took, "s", floor, "≤ 1.5 ×")
