"""What was asked ahead of no session is not compiled for the first that is open."""

from sqlalchemy.sql.compiler import SQLCompiler

from kdc_desktop.services.attendance.questions import presence
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.joined.asking_ahead import ask_ahead
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.polls.questions import polls
from tests.rooms.consortia_room import make_room


def test_nobody_waits_for_what_was_asked_ahead_of_no_session(tmp_path, monkeypatch):
    room = make_room(tmp_path / "club.kdc")
    ask_ahead(room.database, lambda: False)
    monkeypatch.setattr(SQLCompiler, "__init__", None)
    assert len(overview(room.database, 1, CONSORTIUM_TRAILS).problem.candidates) > 1
    assert polls(room.database, 1) == []
    assert presence(room.database, 1).present > 1
    room.database.close()
