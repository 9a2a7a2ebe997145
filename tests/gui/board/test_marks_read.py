"""What a poll does has the board read its notes where they have other marks, and only then."""

from kdc_desktop.services.board import questions
from kdc_desktop.services.polls import preparing
from kdc_desktop.services.polls.preparing import PollPlan


def test_a_poll_that_gives_notes_no_other_marks_reads_none_of_them(club, monkeypatch):
    read: list[str] = []
    monkeypatch.setattr(questions, "ideas", lambda *_all: read.append("all"))
    plan = PollPlan(question="Which first?", option_ids=(1, 2))
    preparing.create_poll(club.database, 1, plan)
    assert read == []
