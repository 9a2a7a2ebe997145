"""A consortium that lives for years stands in the workbook of each session that works on it."""

import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model import Asking, Commitment, ConsortiumStep
from kdc_desktop.services.consortia.forming import let_go
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.workbook.export import Delivery, export_workbook
from tests.rooms.statements import queries_of
from tests.rooms.workbook_room import Book
from tests.rooms.years_room import HIDDEN, live_on


@pytest.fixture
def years(evening):
    return live_on(evening)


def told(room, tmp_path, edition, session_id=None):
    path = tmp_path / "told.json"
    export_workbook(room.database, path, WORKBOOK, session_id, wanted=Delivery(edition, Form.JSON))
    return {one["name"]: one["data"] for one in json.loads(path.read_text("utf-8"))["resources"]}


def test_no_answer_is_told_before_its_time_in_any_edition_or_form(years, room, tmp_path) -> None:
    for edition in Edition:
        for form in Form:
            path = tmp_path / f"{edition}.{form}"
            path = path.with_suffix("") if form is Form.CSV else path
            for session_id in (None, 1, years.session_id):
                wanted = Delivery(edition, form)
                export_workbook(room.database, path, WORKBOOK, session_id, wanted=wanted)
                if form is Form.XLSX:
                    sheets = Book(path).sheets
                    cells = [c for sheet in sheets for row in sheet.values for c in row]
                    assert HIDDEN not in cells
                else:
                    files = sorted(path.iterdir()) if path.is_dir() else [path]
                    assert [one for one in files if HIDDEN in one.read_text("utf-8")] == []
    before = told(room, tmp_path, Edition.FULL)
    (asking,) = (a for a in before["askings"] if a["asking_id"] == years.open_asking_id)
    assert (asking["revealed"], asking["answers"]) == (None, None)
    reveal(room.database, years.open_asking_id)
    after = told(room, tmp_path, Edition.FULL)
    assert HIDDEN in [row["reason"] for row in after["answers"]]


def test_what_stays_with_the_club_is_not_shared(years, room, tmp_path) -> None:
    full = told(room, tmp_path, Edition.FULL)
    share = told(room, tmp_path, Edition.SHARE)
    assert [row["now"] for row in full["estimates"]] == ["resistant"]
    assert full.keys() - share.keys() >= {"estimates", "pulse_answers", "log"}
    said = json.dumps(share)
    assert [word for word in ("At last", "No budget", "They will pay") if word in said] == []
    assert [word for word in ("The first tomato", "Dry bicycles") if word not in said] == []


def test_who_answered_the_pulse_is_told_nowhere(years, room, tmp_path) -> None:
    full = told(room, tmp_path, Edition.FULL)
    taken, still_open = full["pulse"]
    assert (taken["answers"], taken["direction"], taken["asked_in"]) == (3, 3.0, "Spring evening")
    assert (still_open["answers"], still_open["direction"]) == (None, None)
    assert {(row["step"], row["members"]) for row in full["pulse_answers"]} == {
        (2, 1),
        (3, 1),
        (4, 1),
    }
    assert [key for key in full["pulse_answers"][0] if key.startswith("member_")] == []


def test_the_workbook_of_a_session_holds_what_it_took_up_and_whom_that_names(
    years, evening, room, tmp_path
) -> None:
    second = told(room, tmp_path, Edition.FULL, years.session_id)
    assert [row["consortium"] for row in second["consortia"]] == ["Yard bikes", "Waste heat"]
    assert [row["born_in"] for row in second["taken_up"]] == ["Winter evening", None]
    bikes, heat = second["consortia"]
    assert (bikes["winner"], bikes["winner_id"]) == ("Yard bikes, the idea", None)
    assert (heat["state"], heat["owner"]) == ("running", "Eero Ainonen")
    people = {row["person_id"] for row in second["people"]}
    named = {row["said_by_id"] for row in second["answers"]} | {heat["owner_id"]}
    assert named - {None} <= people
    first = told(room, tmp_path, Edition.FULL, 1)
    assert [row["consortium"] for row in first["consortia"]] == ["Yard bikes"]


def test_templates_and_who_was_known_twice_stand_in_the_workbook_of_the_club(
    years, evening, room, tmp_path
) -> None:
    full = told(room, tmp_path, Edition.FULL)
    assert [(row["template"], row["stage"]) for row in full["templates"]] == [
        ("Our evening", "Door"),
        ("Our evening", "Ideas"),
    ]
    (merger,) = full["mergers"]
    assert merger["was_known_as"] == "Aino Twice"
    assert merger["is_known_as_id"] == room.people[0]
    share = told(room, tmp_path, Edition.SHARE)
    assert not {"templates", "mergers"} & share.keys()
    one = told(room, tmp_path, Edition.FULL, years.session_id)
    assert (one["templates"], one["mergers"]) == ([], [])


def test_formulas_that_know_the_answers_by_their_earlier_name_still_find_them(
    years, export
) -> None:
    book = export(None).sheets
    name, sheet = book.defined_names["Position_list"], book["Answers"]
    table = sheet.tables["Answers"]
    ((where, cells),) = name.destinations
    assert (where, cells.replace("$", "")) == ("Answers", table.ref)


def test_the_summary_tells_what_was_let_go_taken_up_and_felt(years, evening, room, export) -> None:
    let_go(room.database, evening.consortium_id, "Aino", "", date(2027, 3, 1))
    page = export(None).sheets["Summary"]
    rows = [[cell for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]
    assert ["Taken up again", "Yard bikes; Waste heat"] in rows
    assert ["Consortia", "Yard bikes"] in rows
    at = rows.index(["Consortia that go on by themselves or are over"])
    gone = {row[0]: row[1] for row in rows[at + 2 : at + 4] if len(row) > 1}
    assert "Yard bikes" in gone
    pages = export(years.session_id).sheets["Summary"]
    said = [str(cell) for row in pages.iter_rows(values_only=True) for cell in row]
    assert [one for one in said if one.startswith("Pulse of ")] == []  # it is let go


def test_each_year_tells_what_happened_in_it_also_where_it_has_no_session(
    years, evening, room, export
) -> None:
    with room.database.edit(lazy("A year later")) as edit:
        (promise,) = edit.scalars(select(Commitment))
        again = Commitment(member_id=promise.member_id, what="Paint")
        again.created_at = Instant.of(datetime(2027, 1, 5, 12), UTC)
        edit.add(again)
        first = edit.scalars(select(Asking).where(Asking.revealed_at.is_not(None))).first()
        first.revealed_at = Instant.of(datetime(2028, 2, 1, 12), UTC)
        step = ConsortiumStep(consortium_id=evening.consortium_id, state=ConsortiumState.LET_GO)
        step.at = Instant.of(datetime(2028, 3, 1, 12), UTC)
        edit.add(step)
    page = export(None).sheets["Summary"]
    told = [row[0] for row in page.iter_rows(values_only=True) if row[0]]
    at = [told.index(year) for year in ("2028", "2027", "2026")]
    assert at == sorted(at)
    assert told[at[0] + 1 : at[1]] == [
        "The answers of 1 asking were revealed in this year.",
        "Let go in this year: Yard bikes.",
    ]
    assert told[at[1] + 1] == "1 promise was made in this year: 1 without a date."
    assert "1 promise was made in this year: 1 overdue." in told[at[2] :]


def test_a_session_counts_what_it_formed_apart_from_what_it_worked_on(years, export) -> None:
    counted = [
        (row["Title"], row["Consortia formed"], row["Consortia worked on"])
        for row in export(None).rows("Sessions")
    ]
    assert counted == [("Spring evening", 0, 2), ("Winter evening", 1, 1)]
    (alone,) = export(years.session_id).rows("Session")
    assert (alone["Consortia formed"], alone["Consortia worked on"]) == (0, 2)


def test_what_was_born_in_no_session_is_headed_by_its_name_alone(years, export) -> None:
    page = export(None).sheets["Summary"]
    told = [row[0] for row in page.iter_rows(values_only=True)]
    assert "Waste heat" in told
    assert "Winter evening: Yard bikes" in told
    assert [said for said in told if str(said).startswith(":")] == []


def test_who_has_left_is_no_member_in_the_summary(years, evening, room, export) -> None:
    rows = [row[0] for row in export(None).sheets["Summary"].iter_rows(values_only=True)]
    at = next(place for place, said in enumerate(rows) if str(said).endswith("Yard bikes"))
    inside = rows[at : at + 30]
    (gone,) = (
        row["Member"]
        for row in export(None).rows("Members")
        if row["Member id"] == evening.members[4]
    )
    assert gone not in inside
    assert any(str(said).startswith("Pulse of ") for said in inside)


def test_who_left_is_said_to_have_and_keeps_its_last_answer(years, evening, room, export) -> None:
    book = export(None)
    positions = {row["Member id"]: row for row in book.rows("Positions")}
    gone, back = evening.members[4], evening.members[6]
    assert (positions[gone]["Version 2"], positions[gone]["Trend"]) == (7, "has left")
    assert positions[back]["Trend"] != "has left"
    members = {row["Member id"]: row for row in book.rows("Members")}
    assert members[gone]["Left"] is not None
    assert members[gone]["Handed over to"] == "North Insurance"
    assert members[back]["Left"] is None
    assert [row["Came back"] is None for row in book.rows("Left")] == [True, False]


def test_a_member_that_answers_again_has_both_answers_and_the_last_one_counts(
    years, evening, room, export
) -> None:
    book, first = export(None), evening.members[0]
    given = [row for row in book.rows("Answers") if row["Member id"] == first]
    assert [row["Level"] for row in given] == [1, 2, 3]
    assert [row["Way"] for row in given] == ["by hand", "by hand", "at the kiosk"]
    (stands,) = (row for row in book.rows("Positions") if row["Member id"] == first)
    assert (stands["Version 1"], stands["Version 2"]) == (1, 3)


def test_departments_are_members_by_themselves(years, room, export) -> None:
    names = [row["Member"] for row in export(None).rows("Members")]
    assert names[-2:] == ["City, Transport, Energy", "City, Transport, Parks"]


def test_stakes_stand_beside_the_versions_and_readings_are_carried_over(
    years, evening, room, export
) -> None:
    book = export(None)
    (stake,) = book.rows("Stakes")
    assert (stake["Version 1"], stake["Version 2"]) == ("not", "partly")
    readings = {row["Member id"]: row["Carried over"] for row in book.rows("Readings")}
    assert readings == {evening.members[2]: "no", evening.members[3]: "yes"}


def test_a_reservation_has_its_owner_and_its_history(years, room, export) -> None:
    book = export(None)
    (reservation,) = book.rows("Reservations")
    assert reservation["Owner"] == "Helmi Ainonen"
    happened = [row["What happened"] for row in book.rows("Reservation history")]
    assert happened == ["asked again", "met by a commitment"]
    (promise,) = book.rows("Commitments")
    assert promise["Meets the reservation"] == "Who pays?"


def test_the_log_of_a_session_has_what_was_done_with_what_it_took_up(years, room, export) -> None:
    said = export(years.session_id).column("Log", "What")
    assert "Revealed the answers to version 2" in said
    assert "Saved version 2 of the vision of Yard bikes" not in said


def test_the_log_of_a_session_has_what_became_tonight_of_what_was_born_before(
    years, evening, room, export
) -> None:
    say_state(room.database, evening.consortium_id, ConsortiumState.LET_GO)
    planning.rename_session(room.database, room.session_id, "The first one")
    planning.rename_session(room.database, years.session_id, "Spring")
    said = export(years.session_id).column("Log", "What")
    assert "Let Yard bikes go" in said
    assert not [what for what in said if "The first one" in what]


def test_the_number_of_questions_does_not_grow_with_the_years(years, evening, room, export) -> None:
    few = len(queries_of(lambda: export(None)))
    for level in range(1, 6):
        asked = open_asking(room.database, evening.consortium_id, years.session_id)
        for member_id in evening.members[:4]:
            take_position(room.database, evening.versions[1], member_id, level)
        reveal(room.database, asked)
    assert len(queries_of(lambda: export(None))) == few <= 149
