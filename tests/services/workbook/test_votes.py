"""What the workbook tells of polls, and no vote that is to stay hidden."""

from datetime import datetime

import pytest
from openpyxl.utils import column_index_from_string  # noqa: TID253 - to read charts

from kdc_desktop.domain.people.sectors import BY_LETTER, LETTERS
from kdc_desktop.domain.polls.states import Channel, Order
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Poll
from kdc_desktop.services.polls import papers
from kdc_desktop.services.polls.hands import set_hands
from kdc_desktop.services.winners.marking import mark_winners
from tests.rooms.poll_room import EVENING, TOPICS
from tests.rooms.workbook_room import reveal, vote


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("secrecy", ["named", "sector", "secret"])
def test_a_poll_that_is_not_revealed_leaks_no_tally(room, export, secrecy, closed):
    poll_id = room.open_poll(secrecy=secrecy, marks_each=100)
    vote(room, poll_id, range(7), 1, marks=83)
    set_hands(room.database, poll_id, 9, {room.options(poll_id)[2]: 777})
    if closed:
        with room.database.edit(lazy("Closed"), undoable=False) as edit:
            edit.get_one(Poll, poll_id).state = "closed"
    book = export()
    cells = [
        str(cell)
        for sheet in book.sheets.worksheets
        for line in sheet.iter_rows(values_only=True)
        for cell in line
        if cell is not None
    ]
    tallies = {str(7 * 83), "83", "777", str(7 * 83 + 777)}
    assert [cell for cell in cells if cell in tallies] == []
    assert book.rows("Results") == book.rows("Ballot papers") == []
    assert book.rows("Polls")[0]["Voted"] == 16
    assert len(book.rows("Voter roll")) == (20 if closed else 0)
    told = [row[1] for row in book.sheets["Read me"].iter_rows(values_only=True)]
    assert sum("not been revealed" in (said or "") for said in told) == 1


def test_the_result_in_the_workbook_is_the_announced_one(room, export):
    poll_id = room.open_poll(secrecy="named")
    vote(room, poll_id, range(12), 1, marks=2)
    vote(room, poll_id, range(12, 20), 4, marks=5)
    reveal(room, poll_id)
    announced = room.result(poll_id)
    rows = export().rows("Results")
    names = {"C": "Companies", "P": "City and public", "A": "Academia"}
    names |= {"T": "Third sector", "R": "Residents"}
    assert [(r["Option id"], r["Place"], r["Total"], r["Not by sector"]) for r in rows] == [
        (r.option_id, r.place, r.value, r.rest) for r in announced.rows
    ]
    assert [{s.sector: s.value for s in r.shares} for r in announced.rows] == [
        {letter: row[name] for letter, name in names.items()} for row in rows
    ]
    by_weakest = room.result(poll_id, Order.WEAKEST)
    assert {r.option_id: r.rank for r in by_weakest.rows} == {
        row["Option id"]: row["Rank by weakest sector"] for row in rows
    }
    assert {row["Took part"] for row in rows} == {"20 at the kiosk = 20 of 20 who may vote"}
    assert {row["Winner"] for row in rows} == {"no"}  # one was agreed on, and none chosen here


def _votes_on_clusters(export):
    columns = ("Cluster id", "Votes in the deciding poll")
    return dict(zip(*(export().column("Clusters", c) for c in columns), strict=True))


def test_votes_stand_beside_clusters_once_they_are_revealed(room, export):
    poll_id = room.open_poll(secrecy="named")
    vote(room, poll_id, range(6), 2, marks=3)
    reveal(room, poll_id)
    expected = dict.fromkeys(room.clusters, 0) | {room.clusters[2]: 18}
    assert _votes_on_clusters(export) == expected


def test_a_later_poll_on_fewer_clusters_takes_no_votes_from_those_that_decided(room, export):
    poll_id = room.open_poll(secrecy="named")
    vote(room, poll_id, range(6), 2, marks=3)
    reveal(room, poll_id)
    mark_winners(room.database, poll_id, room.options(poll_id)[2:3])
    later = room.open_poll(question="Which first?", option_ids=tuple(room.clusters[:2]))
    vote(room, later, range(4), 1)
    reveal(room, later)
    expected = dict.fromkeys(room.clusters, 0) | {room.clusters[2]: 18}
    assert _votes_on_clusters(export) == expected
    rows = export().rows("Results")
    assert [(r["Poll id"], r["Option"]) for r in rows if r["Winner"] == "yes"] == [
        (poll_id, TOPICS[2])
    ]


def test_a_named_poll_tells_who_voted_what(room, export):
    poll_id = room.open_poll(secrecy="named")
    vote(room, poll_id, [3], 1, marks=4)
    reveal(room, poll_id)
    (row,) = export().rows("Ballot papers")
    assert (row["Person id"], row["Person"], row["Marks"]) == (room.people[3], "Juho Ainonen", 4)
    assert (row["Sector"], row["Option"]) == ("Third sector", TOPICS[1])


def test_a_sector_only_poll_hides_small_groups_in_results_and_has_no_papers(room, export):
    poll_id = room.open_poll(secrecy="sector", smallest_group=4, method="approval", marks_each=0)
    companies = [place for place in range(20) if place % 5 == 0]
    city = [place for place in range(20) if place % 5 == 1]
    academia = [2, 7, 12]
    vote(room, poll_id, [*companies[:2], *city[:2], *academia[:2]], 0)
    vote(room, poll_id, [*companies[2:], *city[2:], *academia[2:]], 1)
    reveal(room, poll_id)
    book = export()
    assert book.rows("Ballot papers") == []
    # Academia's three papers alone could be worked out, so one larger sector hides with them.
    first = book.rows("Results")[0]
    names = ("Companies", "City and public", "Academia", "Not by sector", "Total")
    assert [first[name] for name in names] == [None, 2, None, 4, 6]
    assert set(book.column("Results", "Academia")) == {None}


def test_nearly_all_and_nearly_none_stand_where_a_number_would_tell_everybodys_vote(room, export):
    poll_id = room.open_poll(secrecy="sector", smallest_group=3, method="approval", marks_each=0)
    vote(room, poll_id, range(20), 0)
    reveal(room, poll_id)
    told = [
        (row["Place"], row["Total"], row["As told"], row["At least"], row["At most"], row["Rank"])
        for row in export().rows("Results")
    ]
    assert told == [
        ("1", None, "nearly all", 19, 20, 1),
        *[("=2", None, "nearly none", 0, 1, 2)] * 5,
    ]


def test_a_secret_poll_shows_neither_papers_nor_sector_nor_time(room, export):
    poll_id = room.open_poll(secrecy="secret")
    for place in reversed(range(20)):
        vote(room, poll_id, [place], place % 6)
    reveal(room, poll_id)
    book = export()
    assert book.rows("Ballot papers") == []
    roll = book.rows("Voter roll")
    assert [row["Person"] for row in roll] == sorted(row["Person"] for row in roll)
    assert not any(isinstance(value, datetime) for row in roll for value in row.values())
    assert {row["What"] for row in book.rows("Log")} & {"A paper came in"} == set()


def test_a_poll_of_too_few_papers_shows_its_turnout_only(room, export):
    poll_id = room.open_poll(secrecy="secret")
    vote(room, poll_id, range(4), 1, marks=3)
    set_hands(room.database, poll_id, 16, {room.options(poll_id)[2]: 16})
    reveal(room, poll_id)
    book = export()
    assert (book.rows("Results"), book.rows("Ballot papers")) == ([], [])
    (poll,) = book.rows("Polls")
    assert (poll["Voted"], poll["At the kiosk"], poll["Show of hands"]) == (20, 4, 16)
    assert set(_votes_on_clusters(export).values()) == {None}


def test_a_blank_paper_is_a_paper(room, export):
    poll_id = room.open_poll(secrecy="named")
    papers.cast_paper(room.database, poll_id, room.people[0], {}, Channel.BY_HAND)
    reveal(room, poll_id)
    (row,) = export().rows("Ballot papers")
    assert (row["Option id"], row["Option"], row["Marks"]) == (None, "blank paper", 0)


def test_a_discarded_poll_is_not_in_the_workbook(room, export):
    poll_id = room.open_poll()
    vote(room, poll_id, range(20), 0)
    reveal(room, poll_id)
    with room.database.edit(lazy("Put away")) as edit:
        edit.get_one(Poll, poll_id).trashed_at = EVENING
    book = export()
    for title in ("Polls", "Options", "Ballot papers", "Voter roll", "Results"):
        assert book.rows(title) == []


@pytest.mark.parametrize("secrecy", ["named", "secret"])
def test_results_and_buy_in_come_with_a_chart_in_the_sectors_colours(room, export, secrecy):
    poll_id = room.open_poll(secrecy=secrecy)
    vote(room, poll_id, range(12), 0)
    vote(room, poll_id, range(12, 20), 1)
    reveal(room, poll_id)
    book = export()
    charts = {sheet.title: len(sheet._charts) for sheet in book.sheets.worksheets if sheet._charts}
    assert charts == {"Results": 1, "Buy-in": 1}
    titles = list(book.rows("Results")[0])
    colours = {}
    for series in book.sheets["Results"]._charts[0].series:
        column = column_index_from_string(series.val.numRef.f.split("$")[1])
        colours[titles[column - 1]] = f"#{series.graphicalProperties.solidFill.srgbClr}"
    counted = [BY_LETTER[letter] for letter in LETTERS] if secrecy == "named" else []
    by_sector = {sector.name: sector.light for sector in counted}
    assert {name: colour for name, colour in colours.items() if name in by_sector} == by_sector
    assert len(colours) == (5 if secrecy == "named" else 1)  # no key without a bar


def test_each_poll_and_each_consortium_has_a_chart_of_its_own(room, export):
    asked = ("What first?", "What then?")
    for question in asked:
        poll_id = room.open_poll(question=question, secrecy="sector")
        vote(room, poll_id, range(20), 0)
        reveal(room, poll_id)
    book = export()
    titles = ["".join(run.t for run in words(chart)) for chart in book.sheets["Results"]._charts]
    assert titles == [f"{name} (total by sector)" for name in ("2. What then?", "1. What first?")]
    charted = [chart.series[0].val.numRef.f for chart in book.sheets["Results"]._charts]
    assert [reference.split("$")[2::2] for reference in charted] == [["3:", "8"], ["9:", "14"]]
    (chart,) = book.sheets["Buy-in"]._charts
    stances = {str(s.graphicalProperties.solidFill.srgbClr) for s in chart.series}
    sectors = {sector.light.lstrip("#") for sector in BY_LETTER.values()}
    assert (len(stances), stances & sectors) == (3, set())


def words(chart):
    return [run for paragraph in chart.title.tx.rich.p for run in paragraph.r]
