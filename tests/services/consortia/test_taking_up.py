"""Consortia of before are worked on in a later session, beside those born there."""

from datetime import timedelta

import pytest

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.consortia.worked_on import (
    is_worked_on,
    put_back,
    take_up,
    take_up_several,
)
from kdc_desktop.services.visions.questions import consortia_with_visions
from tests.rooms.consortium_room import STARTS, ConsortiumRoom, add_consortium


@pytest.fixture
def spring(seven: ConsortiumRoom) -> int:
    """A session half a year later."""
    with seven.database.edit(lazy("Planned another")) as edit:
        session = Session(title="Spring evening", starts_at=STARTS + timedelta(days=180))
        edit.add(session)
        edit.flush()
        return session.id


def worked_on(room: ConsortiumRoom, session_id: int) -> list[str]:
    return [one.name for one in consortia_with_visions(room.database, session_id)]


def test_what_is_taken_up_stands_after_what_was_born_there(
    seven: ConsortiumRoom, spring: int
) -> None:
    project = add_project(seven.database, NewProject("Parcel lockers"))
    take_up_several(seven.database, spring, [seven.consortium_id, project])
    add_consortium(seven.database, spring, "Night bus that waits")
    assert worked_on(seven, spring) == ["Night bus that waits", "Yard bikes", "Parcel lockers"]
    assert is_worked_on(seven.database, spring, project)
    assert worked_on(seven, seven.session_id) == ["Yard bikes"]


def test_several_are_taken_up_in_one_step(seven: ConsortiumRoom, spring: int) -> None:
    project = add_project(seven.database, NewProject("Parcel lockers"))
    take_up(seven.database, spring, project)
    assert take_up_several(seven.database, spring, [seven.consortium_id, project]) == 1
    assert str(seven.database.undo().label) == "Took up 1 consortium"
    assert worked_on(seven, spring) == ["Parcel lockers"]


def test_taking_up_twice_and_putting_back_what_is_not_there_are_refused(
    seven: ConsortiumRoom, spring: int
) -> None:
    take_up(seven.database, spring, seven.consortium_id)
    with pytest.raises(UserError, match="Yard bikes is worked on in this session already"):
        take_up(seven.database, spring, seven.consortium_id)
    with pytest.raises(UserError, match="All of these are worked on in this session already"):
        take_up_several(seven.database, spring, [seven.consortium_id])
    put_back(seven.database, spring, seven.consortium_id)
    with pytest.raises(UserError, match="Yard bikes was not taken up here"):
        put_back(seven.database, spring, seven.consortium_id)
    with pytest.raises(UserError, match="Yard bikes was not taken up here"):
        put_back(seven.database, seven.session_id, seven.consortium_id)


def test_nothing_is_taken_up_in_a_session_that_is_closed(
    seven: ConsortiumRoom, spring: int
) -> None:
    with seven.database.edit(lazy("Closed it")) as edit:
        edit.get_one(Session, spring).status = SessionStatus.CLOSED
    with pytest.raises(UserError, match="This session is closed"):
        take_up(seven.database, spring, seven.consortium_id)
    with pytest.raises(UserError, match="This session is closed"):
        take_up_several(seven.database, spring, [seven.consortium_id])
