"""What is too long to be read on a screen is refused with a sentence, at every door."""

from datetime import datetime

import pytest

from kdc_desktop.domain.sessions.stages import TALK
from kdc_desktop.errors import UserError
from kdc_desktop.services.attendance import door
from kdc_desktop.services.people import organisations, people
from kdc_desktop.services.polls import preparing
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from tests.rooms.poll_room import make_room

LONG = "long " * 8_000


@pytest.fixture
def room(tmp_path):
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def test_endless_texts_are_refused_with_a_sentence(room):
    database, session_id = room.database, room.session_id
    stage_id = agenda.add_stage(database, session_id, TALK)
    asked = preparing.PollPlan(question=LONG, option_ids=tuple(room.clusters))
    doors = (
        lambda: planning.plan_session(database, LONG, datetime(2026, 1, 1), templates()[0]),
        lambda: agenda.change_stage(database, stage_id, title=LONG),
        lambda: agenda.change_stage(database, stage_id, notes=LONG),
        lambda: people.add_person(database, LONG),
        lambda: organisations.add_organisation(database, LONG, "C"),
        lambda: door.walk_in(database, session_id, LONG),
        lambda: preparing.create_poll(database, session_id, asked),
    )
    for refuse in doors:
        with pytest.raises(UserError, match=r"^Shorten the .* characters; it has "):
            refuse()
