"""What sessions bring to the window: Home, the open session, its agenda, and talks."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.called import Calls
from kdc_desktop.screens.kit.screen import ChangedRows, Screen
from kdc_desktop.screens.kit.wiring import Area, Desk, SessionArea, Wiring
from kdc_desktop.screens.sessions.home_screen import HomeJoins, HomeScreen

if TYPE_CHECKING:
    from kdc_desktop.services.sessions.beginning import BeginningJoins
    from kdc_desktop.services.sessions.joins import SessionEnding, SessionJoins

HOME = "home"
SESSION = "session"
AGENDA = "agenda"
TALK = "talk"
OUTCOME = "outcome"
_SEEN_AT = {
    "programme": (HOME,),
    **dict.fromkeys(("own_template", "own_template_stage"), ()),  # offered, but seen nowhere
    "session": (AGENDA, TALK, HOME),
    "stage": (AGENDA, TALK),
}
_SESSION_AREA = SessionArea(
    key=SESSION,
    title=lazy("Session"),
    icon="presentation",
    screen=None,
    without=lazy("Choose a session first: open one, or plan a new one."),
)


def bring_sessions(
    desk: Desk,
    kinds: Sequence[StageKind],
    home: HomeJoins,
    ready: SignalInstance,
    rehearse: Callable[[], object],
    joins: Callable[[], "SessionJoins"],
    ending: Callable[[], "SessionEnding"],
) -> Wiring:
    """Home and the open session; the agenda, made of these kinds of stage; and talks.

    `home` is what Home is given; `joins` is asked once a session is open for what the nouns above
    know of it, and `ending` once one looks at what it has come to. What is `ready` tells once that
    the nouns above can be asked what is due.
    """

    def talk(session_id: int) -> Screen:
        from kdc_desktop.screens.sessions.talk_screen import TalkScreen

        return TalkScreen(desk.theme, desk.database, session_id, kinds, joins().facts)

    return Wiring(
        areas=(
            Area(
                key=HOME,
                title=lazy("Home"),
                icon="house",
                make=partial(_home, desk, home, ready, rehearse),
            ),
            _SESSION_AREA,
        ),
        screens={
            AGENDA: partial(_agenda, desk, kinds, joins),
            TALK: talk,
            OUTCOME: partial(_outcome, desk, ending, home.beginning),
        },
        seen_at=_SEEN_AT,
        calls=(_at_home, partial(_in_agenda, kinds), _at_the_end),
    )


def _agenda(
    desk: Desk,
    kinds: Sequence[StageKind],
    joins: Callable[[], "SessionJoins"],
    session_id: int,
) -> Screen:
    from kdc_desktop.screens.sessions.agenda_screen import AgendaScreen
    from kdc_desktop.screens.sessions.pointing import point_at_stages

    screen = AgendaScreen(desk.theme, desk.database, session_id, kinds, joins().stage_checks)
    screen.lead_to = partial(point_at_stages, screen.stages_table)
    screen.stage_wanted.connect(desk.window.stage_wanted)
    screen.look_wanted.connect(desk.window.look_wanted)
    return screen


def _outcome(
    desk: Desk,
    ending: Callable[[], "SessionEnding"],
    beginning: Callable[[], "BeginningJoins"],
    session_id: int,
) -> Screen:
    from kdc_desktop.screens.sessions.outcome_screen import OutcomeScreen

    screen = OutcomeScreen(desk.theme, desk.database, session_id, ending(), beginning)
    screen.session_wanted.connect(desk.window.open_session)
    screen.agenda_wanted.connect(desk.window.agenda_wanted)
    screen.export_wanted.connect(desk.window.export_wanted)
    screen.pages_wanted.connect(lambda: desk.window.pages_wanted.emit(""))
    return screen


def _home(
    desk: Desk, joins: HomeJoins, ready: SignalInstance, rehearse: Callable[[], object]
) -> Screen:
    screen = HomeScreen(desk.theme, desk.database, joins)
    screen.lead_to = partial(_point_at_sessions, screen)
    screen.session_chosen.connect(desk.window.open_session)
    screen.live_wanted.connect(partial(_go_live, desk))
    screen.rehearse_wanted.connect(partial(_rehearse, desk, rehearse))
    screen.sample_wanted.connect(desk.window.sample_wanted)
    screen.own_wanted.connect(desk.window.own_wanted)
    ready.connect(screen.get_told)
    return screen


def _go_live(desk: Desk, session_id: int) -> None:
    """Begin the evening, once it is open."""
    desk.window.open_session(session_id)
    session = desk.window.session
    if session is not None and session.id == session_id:
        desk.window.live_wanted.emit()


def _rehearse(desk: Desk, rehearse: Callable[[], object], session_id: int) -> None:
    """Play the evening on a copy, once it is open."""
    desk.window.open_session(session_id)
    session = desk.window.session
    if session is not None and session.id == session_id:
        rehearse()


def _point_at_sessions(screen: HomeScreen, rows: ChangedRows) -> None:
    """Where sessions themselves were changed: others are only what changed rows belong to."""
    from kdc_desktop.screens.kit.pointing import point_at

    ids = rows.get("session", ())
    if ids and rows.keys() <= {"session", "programme", "stage"}:
        point_at(screen.show_all(), ids)
    else:
        screen.page.due.go_to({f"{table}-{key}" for table, keys in rows.items() for key in keys})


def _at_home() -> Calls:
    from kdc_desktop.screens.sessions.called import AT_HOME

    return AT_HOME


def _in_agenda(kinds: Sequence[StageKind]) -> Calls:
    from kdc_desktop.screens.sessions.called import in_agenda

    return in_agenda(kinds)


def _at_the_end() -> Calls:
    from kdc_desktop.screens.sessions.called import AT_THE_END

    return AT_THE_END
