"""How the workbook is written: every text as text, all of it or nothing, in a few questions."""

import subprocess

import pytest
from openpyxl import load_workbook  # noqa: TID253 - the tests read what was written

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, Idea, Organisation, Person, Poll, Session, Vision
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.workbook.export import ExportCounts, export_workbook
from kdc_desktop.storage import open_database
from tests.rooms.office import HAS_CALC
from tests.rooms.poll_room import EVENING
from tests.rooms.statements import queries_of
from tests.rooms.workbook_room import reveal, vote
from tests.services.workbook.test_workbook import TITLES

ABOUT_POLLS = ("Polls", "Options", "Results", "How polls went", "Ballot papers", "Voter roll")

HOSTILE = ["=cmd|' /C calc'!A0", "+1", "@x", "-2", "🚲 emoji", "#N/A"]


def test_what_people_wrote_arrives_as_text(evening, room, export):
    long, broken = "x" * 5000, "a\ufffeb"
    with room.database.edit(lazy("Hostile")) as edit:
        texts = [*HOSTILE, long, broken]
        edit.add_all(
            Idea(session_id=room.session_id, text=text, sector="R", x=0, y=0, created_at=EVENING)
            for text in texts
        )
        person = edit.get_one(Person, room.people[0])
        person.name = person.email = person.notes = HOSTILE[0]
        edit.get_one(Session, room.session_id).title = HOSTILE[0]
        edit.get_one(Consortium, evening.consortium_id).name = HOSTILE[0]
        edit.get_one(Vision, evening.versions[0]).text = HOSTILE[0]
        edit.add(Organisation(name=HOSTILE[2], sector="C", notes=HOSTILE[1]))
        edit.add(
            Poll(
                session_id=1,
                question=HOSTILE[0],
                method="dots",
                marks_each=1,
                stacking=False,
                secrecy="named",
                subject="ideas",
                created_at=EVENING,
            )
        )
    book = export()
    *_, whole, strange = (row["Idea"] for row in book.rows("Ideas"))
    assert [row["Idea"] for row in book.rows("Ideas")][-8:-2] == HOSTILE
    assert (whole, strange) == (long, "a\N{REPLACEMENT CHARACTER}b")
    for sheet in book.sheets.worksheets:
        for line in sheet.iter_rows():
            assert {cell.data_type for cell in line} <= {"s", "n", "d"}


def test_the_number_of_questions_does_not_grow_with_the_ideas(room, export):
    few = len(queries_of(export))
    with room.database.edit(lazy("More")) as edit:
        edit.add_all(
            Idea(
                session_id=1,
                text=f"{n}",
                sector="R",
                x=0,
                y=0,
                author_id=room.people[n % 20],
                created_at=EVENING,
            )
            for n in range(200)
        )
    assert len(queries_of(export)) == few <= 140


def test_a_cancelled_export_leaves_the_old_file(room, tmp_path):
    path = tmp_path / "out.xlsx"
    path.write_text("old")
    looks = iter([False] * 40 + [True] * 100)
    counts = export_workbook(room.database, path, WORKBOOK, 1, cancelled=lambda: next(looks))
    assert (counts, path.read_text()) == (ExportCounts(0, 0, written=False), "old")
    assert (
        export_workbook(room.database, path, WORKBOOK, 1, cancelled=lambda: True).written is False
    )


def test_progress_counts_every_row(room, tmp_path):
    told: list[tuple[int, int]] = []
    counts = export_workbook(
        room.database,
        tmp_path / "out.xlsx",
        WORKBOOK,
        1,
        lambda done, total: told.append((done, total)),
    )
    assert told[-1] == (counts.rows, counts.rows)
    assert counts.sheets == len(TITLES) - 2 - len(ABOUT_POLLS)


def test_a_session_that_is_gone_is_said_in_a_sentence(room, tmp_path):
    with pytest.raises(UserError, match="Choose another one to export"):
        export_workbook(room.database, tmp_path / "out.xlsx", WORKBOOK, 99)


def test_sheets_in_which_nothing_stands_are_named_and_left_out(tmp_path):
    database = open_database(tmp_path / "empty.kdc", lambda: EVENING)
    counts = export_workbook(database, tmp_path / "out.xlsx", WORKBOOK)
    database.close()
    assert counts == ExportCounts(0, 0)
    book = load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Summary", "Read me"]
    told = [row[1] for row in book["Read me"].iter_rows(values_only=True) if row[0] == "No sheet"]
    (said,) = map(str, told)
    assert said.startswith("There is nothing to show of these: Sessions, Agenda, Programmes,")


@pytest.mark.skipif(not HAS_CALC, reason="LibreOffice Calc is not installed")
def test_libreoffice_opens_it(room, export, tmp_path):
    poll_id = room.open_poll()
    vote(room, poll_id, range(20), 0)
    reveal(room, poll_id)
    export()
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "ods",
            "--outdir",
            tmp_path,
            tmp_path / "out.xlsx",
        ],
        check=True,
        capture_output=True,
        timeout=100,
    )
    assert (tmp_path / "out.ods").stat().st_size > 10_000
