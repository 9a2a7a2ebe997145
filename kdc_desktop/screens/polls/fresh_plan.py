"""What a new poll is before anybody has filled in its form."""

from collections.abc import Sequence

from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.screens.polls.offered import at_first
from kdc_desktop.services.club.defaults import default_of
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls.defaults import DOTS, SECRECY
from kdc_desktop.services.polls.preparing import PollPlan
from kdc_desktop.services.polls.starting import begun_from, preset_of_stage
from kdc_desktop.storage import Database

USUAL = "dots"


def fresh_plan(
    database: Database,
    session_id: int,
    idea_ids: Sequence[int],
    stage_id: int | None,
    about: int | None,
) -> PollPlan:
    """A poll on these ideas; without any on the clusters of the board that it is about."""
    subject = PollSubject.CLUSTERS
    offered = [] if idea_ids else poll_questions.choices(database, session_id, subject)
    clusters = at_first(offered, about)
    by_cluster = len(clusters) > 1
    plan = PollPlan(
        question=poll_questions.question_of_stage(database, session_id, stage_id),
        marks_each=int(default_of(database, DOTS)),
        secrecy=Secrecy(default_of(database, SECRECY)),
        subject=subject if by_cluster else _other_subject(database, session_id),
        option_ids=tuple(clusters if by_cluster else idea_ids),
    )
    preset = preset_of_stage(database, stage_id)
    if preset is None or preset.key == USUAL:  # how many dots are usual is a choice of the club
        return plan
    return begun_from(preset, plan)


def _other_subject(database: Database, session_id: int) -> PollSubject:
    """Ideas; where there are none, what is written for the poll alone."""
    ideas = poll_questions.has_ideas(database, session_id)
    return PollSubject.IDEAS if ideas else PollSubject.WRITTEN
