"""Consortia and projects of the whole club: how far they are, who takes care, what is due."""

from datetime import date, timedelta

import pytest

from kdc_desktop.domain.consortia.due import WhyDue
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.model import Person, Session
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.club_rows import ClubRow
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.consortia.forming import let_go
from kdc_desktop.services.consortia.joining import Joiner, join, joiners
from kdc_desktop.services.consortia.projects import (
    NewProject,
    add_project,
    describe,
    look_again,
    name_owner,
)
from kdc_desktop.services.consortia.steps import say_state, steps_of
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.joined.consortia import BUY_IN, CONSORTIUM_TRAILS
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.sessions.planning import trash_sessions
from kdc_desktop.services.visions.askings import reveal
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.questions import FollowedVision
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import STARTS, ConsortiumRoom, add_consortium
from tests.rooms.statements import queries_of

State = ConsortiumState


def day(room: ConsortiumRoom, later: int) -> date:
    return day_of(room.clock.time + timedelta(days=later), laptop_zone())


def club(room: ConsortiumRoom) -> list[ClubRow]:
    return all_consortia(room.database, BUY_IN)


def yard_bikes(room: ConsortiumRoom) -> ClubRow:
    return next(row for row in club(room) if row.name == "Yard bikes")


def say(room: ConsortiumRoom, state: State, by: str = "", note: str = "") -> None:
    say_state(room.database, room.consortium_id, state, by, note, CONSORTIUM_TRAILS)


def an_owner(room: ConsortiumRoom) -> int:
    with room.database.edit(lazy("Added somebody")) as edit:
        person = Person(name="Aino Laine", created_at=room.database.now())
        edit.add(person)
        edit.flush()
        return person.id


def test_a_consortium_of_an_evening_is_told_with_its_members_and_where_it_was_born(
    seven: ConsortiumRoom,
) -> None:
    row = yard_bikes(seven)
    assert row.state is State.FORMING
    assert row.born_in is not None
    assert row.born_in.title == "Winter evening"
    assert (row.members, row.letters, row.missing) == (7, "CPATR", "")
    assert str(row.buy_in.headline) == "Not yet: one thing"
    assert row.due == ()


def test_a_project_born_outside_has_a_state_an_owner_and_members(seven: ConsortiumRoom) -> None:
    owner = an_owner(seven)
    (first, *_rest) = joiners(seven.database, seven.consortium_id + 1)
    added = NewProject("Parcel lockers", "At every metro.", owner, [first.joiner], State.RUNNING)
    key = add_project(seven.database, added)
    row = next(row for row in club(seven) if row.id == key)
    assert row.born_in is None
    assert (row.state, row.owner, row.about) == (State.RUNNING, "Aino Laine", "At every metro.")
    assert row.members == 1
    assert str(seven.database.undo().label) == "Added the project Parcel lockers"
    assert [row.name for row in club(seven)] == ["Yard bikes"]


def test_a_project_needs_a_name_of_its_own(seven: ConsortiumRoom) -> None:
    with pytest.raises(UserError, match="Give the consortium a name"):
        add_project(seven.database, NewProject("  "))
    with pytest.raises(UserError, match="The club has a consortium called"):
        add_project(seven.database, NewProject("yard  bikes"))


def test_a_name_that_only_lies_in_the_trash_is_free(seven: ConsortiumRoom) -> None:
    """It could not be opened: a consortium that went with its session is seen nowhere."""
    with seven.database.edit(lazy("Trashed")) as edit:
        edit.get_one(Session, seven.session_id).trashed_at = seven.clock()
    assert club(seven) == []
    key = add_project(seven.database, NewProject("Yard bikes"))
    assert [row.id for row in club(seven)] == [key]


def test_the_state_follows_from_what_is_known_until_somebody_says_it(
    seven: ConsortiumRoom,
) -> None:
    assert yard_bikes(seven).state is State.FORMING
    save_version(seven.database, seven.consortium_id, "Every yard shares a bike.")
    assert yard_bikes(seven).state is State.VISIONING
    let_go(seven.database, seven.consortium_id)
    assert yard_bikes(seven).state is State.LET_GO


def test_each_step_is_kept_with_its_day_who_said_so_and_a_note(seven: ConsortiumRoom) -> None:
    seven.clock.days(3)
    say(seven, State.STOPPED, "Aino Laine", "No money")
    seven.clock.days(40)
    say(seven, State.RUNNING, "Eero Salmi")
    row = yard_bikes(seven)
    assert (row.state, row.said_by, row.note) == (State.RUNNING, "Eero Salmi", "")
    told = [(step.state, step.said_by, step.note) for step in steps_of(seven.database, row.id)]
    assert told == [(State.RUNNING, "Eero Salmi", ""), (State.STOPPED, "Aino Laine", "No money")]


def test_a_state_is_not_said_twice_nor_against_what_is_known(seven: ConsortiumRoom) -> None:
    with pytest.raises(UserError, match=r"is forming already, since 15\.09\.2026"):
        say(seven, State.FORMING)
    with pytest.raises(UserError, match="has no vision yet"):
        say(seven, State.READY)
    with pytest.raises(UserError, match="has never run"):
        say(seven, State.ENDED)
    save_version(seven.database, seven.consortium_id, "Every yard shares a bike.")
    with pytest.raises(UserError, match="has a vision already"):
        say(seven, State.FORMING)
    assert steps_of(seven.database, seven.consortium_id) == []


def test_whoever_was_let_go_may_come_back_to_its_vision(seven: ConsortiumRoom) -> None:
    let_go(seven.database, seven.consortium_id)
    say(seven, State.VISIONING)
    assert yard_bikes(seven).state is State.VISIONING
    let_go(seven.database, seven.consortium_id)
    assert yard_bikes(seven).state is State.LET_GO


def test_nobody_can_run_what_nobody_is_in(seven: ConsortiumRoom) -> None:
    key = add_project(seven.database, NewProject("Parcel lockers"))
    with pytest.raises(UserError, match="Nobody is in Parcel lockers"):
        say_state(seven.database, key, State.RUNNING)


def test_somebody_takes_care_of_it_and_it_is_told_what_it_is_about(seven: ConsortiumRoom) -> None:
    owner = an_owner(seven)
    name_owner(seven.database, seven.consortium_id, owner)
    describe(seven.database, seven.consortium_id, "  Bikes for every yard.  ")
    row = yard_bikes(seven)
    assert (row.owner, row.about) == ("Aino Laine", "Bikes for every yard.")
    name_owner(seven.database, seven.consortium_id, None)
    assert yard_bikes(seven).owner == ""


def test_a_consortium_is_due_where_it_is_to_be_asked_looked_at_or_silent(
    seven: ConsortiumRoom,
) -> None:
    vision = save_version(seven.database, seven.consortium_id, "Every yard shares a bike.")
    assert yard_bikes(seven).due == (WhyDue.UNANSWERED,)
    for member in seven.members:
        take_position(seven.database, vision, member, 7)
    assert yard_bikes(seven).due == (WhyDue.ANSWERS,)
    asking = FollowedVision(seven.database, seven.consortium_id).page.asking
    assert asking is not None
    assert asking.id is not None
    reveal(seven.database, asking.id)
    assert yard_bikes(seven).due == ()
    look_again(seven.database, seven.consortium_id, day(seven, 10))
    seven.clock.days(10)
    assert yard_bikes(seven).due == (WhyDue.LOOK_AGAIN,)
    seven.clock.days(80)
    row = yard_bikes(seven)
    assert (row.due, row.silent_days) == ((WhyDue.LOOK_AGAIN, WhyDue.SILENT), 90)
    commit(seven.database, seven.members[0], "A locked room", day(seven, -1))
    late = WhyDue.OVERDUE, WhyDue.LOOK_AGAIN
    assert yard_bikes(seven).due == late, "who promises was heard of"
    with pytest.raises(UserError, match="This day has passed"):
        look_again(seven.database, seven.consortium_id, day(seven, -1))
    say(seven, State.STOPPED)
    assert yard_bikes(seven).due == ()


def test_what_lives_on_is_still_told_when_its_evening_lies_in_the_trash(
    seven: ConsortiumRoom,
) -> None:
    add_consortium(seven.database, seven.session_id, "Never confirmed")
    with seven.database.edit(lazy("Planned another")) as edit:
        edit.add(Session(title="Spring evening", starts_at=STARTS))
    take_up(seven.database, 2, seven.consortium_id)
    trash_sessions(seven.database, [seven.session_id])
    (row,) = club(seven)
    assert row.name == "Yard bikes"
    assert [one.title for one in row.taken_up] == ["Spring evening"]
    assert row.born_in is not None
    assert row.born_in.in_trash


def test_the_workbook_of_the_club_has_what_lives_on(seven: ConsortiumRoom) -> None:
    say(seven, State.STOPPED)
    add_consortium(seven.database, seven.session_id, "Never confirmed")
    trash_sessions(seven.database, [seven.session_id])
    with seven.database.read() as snapshot:
        book = ConsortiumBook(Source(snapshot, None, seven.clock.time))
        assert [one.name for one in book.consortia.values()] == ["Yard bikes"]


def test_who_is_in_may_not_join_once_more(seven: ConsortiumRoom) -> None:
    row = next(row for row in joiners(seven.database, 0) if row.name == "City, Transport")
    with pytest.raises(UserError, match="City, Transport is in Yard bikes already"):
        join(seven.database, seven.consortium_id, row.joiner)
    assert row not in joiners(seven.database, seven.consortium_id)


def test_who_speaks_for_an_organisation_joins_as_that(seven: ConsortiumRoom) -> None:
    person = an_owner(seven)
    with seven.database.edit(lazy("Employed somebody")) as edit:
        edit.get_one(Person, person).organisation_id = 1
    with pytest.raises(UserError, match="Aino Laine speaks for Harbour Mobility"):
        join(seven.database, seven.consortium_id, Joiner(person_id=person))


def test_the_whole_club_is_read_in_a_constant_number_of_queries(seven: ConsortiumRoom) -> None:
    few = len(queries_of(lambda: club(seven)))
    for at in range(5):
        key = add_project(seven.database, NewProject(f"Project {at}"))
        save_version(seven.database, key, "One sentence.")
    assert len(queries_of(lambda: club(seven))) == few
