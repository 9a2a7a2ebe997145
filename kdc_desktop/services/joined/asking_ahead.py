"""What the screens of a session ask of the file, asked ahead: what takes long is to compile it."""

from collections.abc import Callable
from contextlib import suppress

from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.errors import UserError
from kdc_desktop.services.attendance import questions as attendance_questions
from kdc_desktop.services.club.settings import setting
from kdc_desktop.services.consortia.changed import changed_suggestion
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.interests import questions as interest_questions
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.joined.polls import WINNERS
from kdc_desktop.services.people import questions as people_questions
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls.ballots import tally_in
from kdc_desktop.services.visions.questions import consortia_with_visions
from kdc_desktop.storage import Database
from kdc_desktop.storage.fast import compile_ahead

_NONE = 0  # the id of no session: there is next to nothing to read


def ask_ahead(database: Database, cancelled: Callable[[], bool]) -> None:
    """Have it compiled, unless something else is wanted; for a thread of its own."""
    with database.read() as snapshot:
        dialect = snapshot.connection().dialect
    compile_ahead(dialect, cancelled)
    for ask in (_ask_of_people, _ask_of_polls, _ask_of_consortia):
        if cancelled():
            return
        with suppress(UserError):  # of a file that is not sound: whoever looks at it is told
            ask(database)


def _ask_of_people(database: Database) -> None:
    attendance_questions.presence(database, _NONE)
    attendance_questions.attendances(database, _NONE)
    people_questions.people_known(database)
    interest_questions.people_to_ask(database, _NONE)


def _ask_of_polls(database: Database) -> None:
    poll_questions.polls(database, _NONE)
    poll_questions.question_of_stage(database, _NONE, None)
    setting(database, "")
    for subject in PollSubject:
        poll_questions.choices(database, _NONE, subject)
    with database.read() as snapshot:
        tally_in(snapshot, _NONE, method_of("dots"), Terms(()), {})
        poll_questions.turnout_in(snapshot, _NONE)
        WINNERS.won(snapshot, [_NONE])


def _ask_of_consortia(database: Database) -> None:
    seen = overview(database, _NONE, CONSORTIUM_TRAILS)
    changed_suggestion(database, _NONE, seen.problem)
    consortia_with_visions(database, _NONE)
