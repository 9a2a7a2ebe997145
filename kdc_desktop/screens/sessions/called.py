"""What people call what is done with sessions and their agenda."""

from collections.abc import Sequence

from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.called import Called, Calls

AT_HOME = Calls(
    "home",
    lazy("Home"),
    (
        Called(
            "new_session",
            lazy("New session"),
            lazy(
                "session, new, new meeting, new evening, create, event, workshop, template, "
                "plan a session, create a session"
            ),
            at_once=True,
        ),
        Called(
            "begin_from_last_time",
            lazy("Begin from last time"),
            lazy(
                "session like an earlier one, copy a session, duplicate a session, repeat, next "
                "evening, follow-up, same agenda, same people"
            ),
            at_once=True,
        ),
        Called(
            "all_sessions",
            lazy("All sessions, or what is due"),
            lazy("list of sessions, earlier sessions, past evenings, history, dashboard, overview"),
            at_once=True,
        ),
        Called(
            "open_the_session",
            lazy("Open the session"),
            lazy("last session, earlier session, load a session"),
        ),
        Called(
            "rename_the_session",
            lazy("Rename the session"),
            lazy("name of the session, title of the session"),
        ),
        Called(
            "keep_its_agenda",
            lazy("Keep the agenda as a template…"),
            lazy("template of a session, reuse an agenda, save as template"),
        ),
        Called(
            "put_the_session_into_the_trash",
            lazy("Put the session into the trash"),
            lazy("delete a session, remove the session, throw away"),
        ),
        Called(
            "set_programme",
            lazy("Goal of the programme"),
            lazy(
                "programme, program, mission, target, one more hour a day, minutes a day, aim, "
                "purpose of the club"
            ),
            at_once=True,
        ),
    ),
)
AT_THE_END = Calls(
    "outcome",
    lazy("What was decided"),
    (
        Called(
            "next_evening",
            lazy("Open or plan the next evening"),
            lazy("follow-up, next meeting, next session, second evening"),
        ),
    ),
)
_IN_AGENDA = (
    Called(
        "add_a_stage",
        lazy("Add a stage"),
        lazy("new stage, insert a stage, add a step, add an item"),
        at_once=True,
    ),
    Called("look_at_the_stage", lazy("Look at this stage"), lazy("open a stage, see a stage")),
    Called(
        "go_to_the_stage",
        lazy("Let the session go to this stage"),
        lazy("run a stage, start a stage, jump to a stage"),
    ),
    Called("rename_the_stage", lazy("Rename the stage"), lazy("title of the stage, stage name")),
    Called(
        "move_the_stage_up", lazy("Move the stage up"), lazy("reorder, earlier, order of stages")
    ),
    Called("move_the_stage_down", lazy("Move the stage down"), lazy("reorder, later, put off")),
    Called("remove_the_stage", lazy("Remove the stage"), lazy("delete a stage, drop a stage")),
    Called(
        "keep_the_agenda",
        lazy("Keep the agenda as a template…"),
        lazy("save as template, own template, save the agenda, reuse the agenda"),
        at_once=True,
    ),
    Called(
        "name_place_and_time_of_the_session",
        lazy("Name, place and time of the session"),
        lazy(
            "date, when, where, venue, place, start time, goal, rename the session, details, "
            "time zone"
        ),
        at_once=True,
    ),
)


def in_agenda(kinds: Sequence[StageKind]) -> Calls:
    """What is done in the agenda, with a stage of each kind to add."""
    adding = (
        Called(
            f"add_{kind.key}",
            lazy("Add a stage: {kind}", kind=kind.title),
            lazy("insert {kind}, another {kind}", kind=kind.title),
        )
        for kind in kinds
    )
    return Calls("agenda", lazy("Agenda"), (*_IN_AGENDA, *adding))
