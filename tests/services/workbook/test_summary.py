"""The first sheet tells who was not there what came of the evening, and of the club's years."""

from datetime import date, datetime

import pytest

from kdc_desktop.domain.people.sectors import BY_LETTER, LETTERS
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Attendance,
    Consortium,
    Member,
    Organisation,
    Person,
    Session,
    Stage,
)
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.winners.marking import mark_winners
from tests.rooms.poll_room import EVENING, TOPICS
from tests.rooms.workbook_room import Book, reveal, vote


def lines(book: Book) -> list[list[object]]:
    """What stands in each row of the first sheet that is not blank."""
    rows = book.sheets.worksheets[0].iter_rows(values_only=True)
    found: list[list[object]] = [[cell for cell in row if cell is not None] for row in rows]
    return [row for row in found if row]


def below(book: Book, heading: str, count: int) -> list[list[object]]:
    told = lines(book)
    at = told.index([heading]) + 1
    return told[at : at + count]


def test_who_came_is_told_by_sector_new_and_again(room, export):
    with room.database.edit(lazy("An evening before")) as edit:
        before = Session(title="Autumn", starts_at=datetime(2026, 9, 1, 18))
        edit.add(before)
        edit.flush()
        edit.add(Attendance(session_id=before.id, person_id=room.people[0], arrived_at=EVENING))
    said, header, *rows = below(export(), "Who came", 8)
    assert said == [
        "20 people came. 20 people were on the list. 19 were here for the first time. "
        "1 had come before."
    ]
    assert header == ["Sector", "Came", "New", "Again"]
    assert rows == [
        ["Companies", 4, 3, 1],
        ["City and public", 4, 4, 0],
        ["Academia", 4, 4, 0],
        ["Third sector", 4, 4, 0],
        ["Residents", 4, 4, 0],
        ["Together", 20, 19, 1],
    ]


def test_what_won_stands_there_with_its_support_by_sector(room, export):
    poll_id = room.open_poll(secrecy="named", question="What first?")
    vote(room, poll_id, range(12), 1, marks=2)
    vote(room, poll_id, range(12, 20), 4, marks=5)
    reveal(room, poll_id)
    mark_winners(room.database, poll_id, room.options(poll_id)[4:5])
    book = export()
    told = below(book, "1. What first? (Dots)", 7)
    said, came, counted, _more, header, first, second = told
    assert said == ["Took part: 20 at the kiosk = 20 of 20 who may vote."]
    assert came == [
        "“Tool library at the school” has won with 40. “Rooftop greenhouse on waste heat” comes"
        " next with 24, 16 behind. “Yard cargo bikes”, “Five-day pilot permits”, “One ticket for"
        " ferry, tram and bike” and “Open energy data per building” share place 3. Least support"
        " for “Tool library at the school”: Companies, 25 %."
    ]
    assert counted == ["20 papers were counted. Ranked by the total."]
    sectors = ["Companies", "City and public", "Academia", "Third sector", "Residents"]
    assert header == ["Option", "Votes", *sectors]
    assert first == [f"1. {TOPICS[4]}", 40, 5, 5, 10, 10, 10]
    assert second[:2] == [f"2. {TOPICS[1]}", 24]
    assert [TOPICS[4]] in below(book, "What is taken further", 3)


def test_a_small_sector_stands_in_no_column_of_the_summary(room, export):
    poll_id = room.open_poll(secrecy="sector", smallest_group=4, question="What first?")
    companies = [place for place in range(20) if place % 5 == 0]
    city = [place for place in range(20) if place % 5 == 1]
    vote(room, poll_id, [*companies[:2], *city[:2], 2], 0)
    vote(room, poll_id, [*companies[2:], *city[2:], 7, 12], 1)
    reveal(room, poll_id)
    told = below(export(), "1. What first? (Dots)", 5)
    (header,) = (row for row in told if row[0] == "Option")
    assert "Academia" not in header
    assert header[-1] == "Not by sector"


def test_a_poll_that_is_not_revealed_tells_no_number(room, export):
    poll_id = room.open_poll(secrecy="secret", question="What first?", marks_each=100)
    vote(room, poll_id, range(7), 1, marks=83)
    (said,) = below(export(), "1. What first? (Dots)", 1)
    assert said == ["The result has not been revealed."]


def test_consortia_and_promises_are_told(evening, room, export):
    told = lines(export())
    at = told.index(["Yard bikes"])
    assert told[at + 1] == ["Vision, version 2: A bike and a trailer in every yard"]
    assert told[at + 2] == ["At the agreed level or above: 4 of 7, of them 1 abstains."]
    assert str(told[at + 3][0]).startswith("Not yet: ")
    assert ["– Still looked for: A bike mechanic."] in told
    assert ["Member", "Sector", "Role", "Who speaks for it"] in told
    owed = told[told.index(["Who owes what by when"]) + 1 :]
    assert owed[0] == ["Who", "What", "By", "Consortium"]
    assert owed[1][1:] == ["Two yards", "1 Nov 2026, overdue", "Yard bikes"]


def test_no_id_stands_in_the_summary(room, export):
    for session_id in (room.session_id, None):
        told = [str(cell) for row in lines(export(session_id)) for cell in row]
        assert [text for text in told if text.endswith(" id") or " id " in text] == []


def test_sessions_of_a_year_stand_side_by_side(room, export):
    with room.database.edit(lazy("More evenings")) as edit:
        for month in range(2, 9):
            edit.add(Session(title=f"Evening {month}", starts_at=datetime(2026, month, 1, 18)))
        edit.add(Session(title="Long ago", starts_at=datetime(2025, 3, 1, 18)))
    told = lines(export(None))
    assert told[0] == ["club"]
    first = told.index(["2026"]) + 4
    assert told[first - 3 : first] == [
        ["20 people came in this year, each counted once, to however many sessions."],
        ["The answers of 2 askings were revealed in this year."],
        ["1 promise was made in this year: 1 overdue."],
    ]
    assert told[first] == ["Session", *(f"Evening {month}" for month in range(2, 8))]
    assert ["Session", "Evening 8", "Winter evening"] in told
    assert ["People who came", 0, 20] in told
    assert ["Consortia", "Yard bikes"] in told
    assert told[told.index(["2025"]) + 1] == ["Session", "Long ago"]


def test_who_is_of_no_known_sector_is_counted_too_and_could_be_the_one_who_is_missing(
    evening, room, export
):
    with room.database.edit(lazy("Not known")) as edit:
        member = edit.get_one(Member, evening.members[4])
        theirs = edit.get_one(Person, room.people[0]).organisation_id
        for organisation_id in (member.organisation_id, theirs):
            edit.get_one(Organisation, organisation_id).sector = "?"
        edit.get_one(Consortium, evening.consortium_id).needed_sectors = "CPATR"
    told = lines(export(None))
    (unknown,) = (row for row in told if row[0] == "Came: Sector not known")
    sectors = [f"Came: {BY_LETTER[letter].name}" for letter in LETTERS]
    came = [int(str(row[1])) for row in told if row[0] in sectors and len(row) == 2]
    assert (sum(came) + int(str(unknown[1])), unknown[1]) == (20, 4)
    at = told.index(["– Nobody from academia is in."])
    assert ["– Of which sector these are is not known: University, Urban lab."] in told[at:]


def test_the_club_reads_what_won_with_its_support_by_sector(room, export):
    poll_id = room.open_poll(secrecy="named", question="What first?")
    vote(room, poll_id, range(20), 4, marks=5)
    reveal(room, poll_id)
    mark_winners(room.database, poll_id, room.options(poll_id)[4:5])
    header, winner = below(export(None), "Winter evening: 1. What first? (Dots)", 2)
    assert header[:3] == ["Option", "Votes", "Companies"]
    assert winner == [f"1. {TOPICS[4]}", 100, 20, 20, 20, 20, 20]


def test_a_promise_that_is_due_later_is_not_told_as_broken(evening, room, export):
    commit(room.database, evening.members[0], "A shed", date(2030, 1, 1))
    commit(room.database, evening.members[0], "Some paint", None)
    told = lines(export(None))
    made = "3 promises were made in this year: 1 overdue, 1 due later, 1 without a date."
    assert [made] in told


def test_a_club_of_one_evening_is_called_as_that_evening_and_not_as_its_file(export):
    book = export(None)
    assert lines(book)[0] == ["Winter evening"]
    assert book.sheets["Ideas"].oddHeader.left.text == "Winter evening"


@pytest.mark.parametrize(
    ("kind", "headings"),
    [
        ("talk", set()),
        ("poll", {"What was asked", "What is taken further"}),
        ("consortia", {"Consortia"}),
    ],
)
def test_an_evening_is_told_to_lack_only_what_its_agenda_had(room, export, kind, headings):
    with room.database.edit(lazy("An evening of its own")) as edit:
        evening = Session(title="Talks", starts_at=datetime(2026, 12, 1, 18))
        edit.add(evening)
        edit.flush()
        stage = Stage(session_id=evening.id, kind=kind, title="A stage", planned_minutes=5)
        stage.place_in_order = 0
        edit.add(stage)
    told = {str(row[0]) for row in lines(export(evening.id))}
    known = {"What was asked", "What is taken further", "Consortia", "Who owes what by when"}
    assert told & known == headings
