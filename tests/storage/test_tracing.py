"""What a step is about is told from its rows, also from those that are gone."""

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, Position
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.sessions.traces import trace_step
from kdc_desktop.storage.tracing import trace_of
from tests.storage.full_file import fill, nouns
from tests.storage.places import STARTS, add_person


def test_every_row_is_traced_to_its_session(database):
    fill(database)
    everything = {noun.__tablename__ for noun in nouns() if noun.__table__.info.get("journal", 1)}
    with database.read() as snapshot:
        found = trace_of(snapshot, 1)
    assert (found.session_id, set(found.rows)) == (1, everything)


def test_a_row_is_told_with_those_that_it_belongs_to(database):
    fill(database)
    with database.edit(lazy("Was born there")) as edit:
        edit.get_one(Consortium, 1).session_id = 1
    with database.edit(lazy("Took a position")) as edit:
        edit.get_one(Position, 1).level = 3
    with database.read() as snapshot:
        found = trace_of(snapshot, 4)
    assert found.session_id == 1
    assert set(found.rows) == {"position", "vision", "consortium"}
    assert found.rows["position"][1]["member_id"] == 1
    assert list(found.rows["consortium"]) == [1]


def test_what_is_gone_is_told_as_it_was(database):
    session_id = planning.plan_session(database, "Autumn", STARTS, templates()[0])
    idea_id = board_ideas.add_idea(database, session_id, "Yard bikes", at=(3.0, 4.0))
    database.undo()
    found = trace_step(database, 2)
    assert (found.session_id, found.session_title) == (session_id, "Autumn")
    assert (found.rows["idea"][idea_id]["x"], found.rows["idea"][idea_id]["y"]) == (3.0, 4.0)
    database.undo()
    assert trace_step(database, 2).session_title == ""
    assert trace_step(database, 1).session_id == session_id


def test_what_belongs_to_the_club_is_in_no_session(database):
    person_id = add_person(database, "Aino")
    found = trace_step(database, 1)
    assert (found.session_id, found.session_title, list(found.rows)) == (None, "", ["person"])
    assert found.rows["person"][person_id]["name"] == "Aino"
