"""What people call what is done with obstacles."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.called import Called, Calls

CALLS = Calls(
    "obstacles",
    lazy("Obstacles"),
    (
        Called(
            "find_an_obstacle",
            lazy("Find an obstacle"),
            lazy(
                "blocked, what holds us up, hurdle, barrier, permit, regulation, bureaucracy, "
                "procurement, funding, politics, capacity, waiting for"
            ),
            at_once=True,
        ),
        Called(
            "note_another_obstacle",
            lazy("Note another obstacle of this consortium…"),
            lazy("new obstacle, add a hurdle, one more problem"),
        ),
        Called(
            "next_step",
            lazy("Next step…"),
            lazy("what to do about an obstacle, action, deadline, follow up"),
        ),
        Called(
            "hand_it_on",
            lazy("Hand it on…"),
            lazy("owner of an obstacle, assign, responsible department, give to somebody"),
        ),
        Called(
            "note_what_was_heard",
            lazy("Note what was heard…"),
            lazy("news of an obstacle, comment, log, phone call"),
        ),
        Called(
            "put_in_other_words",
            lazy("Put it in other words…"),
            lazy("change an obstacle, kind of obstacle, edit, rename"),
        ),
        Called(
            "solved_or_back",
            lazy("It is solved, or back…"),
            lazy("obstacle done, resolved, granted, close, reopen"),
        ),
        Called(
            "page_for_a_visit",
            lazy("Page for a visit…"),
            lazy("what waits for a department, list for a visit, print obstacles, briefing"),
        ),
    ),
)
BESIDE = Calls(
    "club_consortia",
    lazy("Consortia and projects"),
    (
        Called(
            "note_an_obstacle",
            lazy("Note an obstacle…"),
            lazy("new obstacle, something is in the way, blocked by, add a hurdle, held up"),
        ),
        Called(
            "all_obstacles",
            lazy("All obstacles of the club"),
            lazy("list of obstacles, everything that is blocked, hurdles, oldest obstacle"),
            at_once=True,
        ),
    ),
)
