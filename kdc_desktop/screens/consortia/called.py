"""What people call what is done with consortia."""

from kdc_desktop.i18n import lazy, plazy
from kdc_desktop.screens.kit.called import Called, Calls

_ALL = (
    Called(
        "suggest_consortia",
        lazy("Suggest consortia"),
        lazy(
            "groups, make groups, form groups, teams, split into groups, match, assign, divide, "
            "tables, generate, consortium"
        ),
    ),
    Called(
        "sizes_sectors_and_what_matters",
        lazy("Sizes, sectors and what matters…"),
        lazy("group size, how many people in a group, rules of the groups, weights"),
        at_once=True,
    ),
    Called(
        "use_or_confirm_these_consortia",
        lazy("Use or confirm these consortia"),
        lazy("accept the suggestion, confirm the groups, take over"),
    ),
    Called(
        "ask_people_what_they_would_join",
        lazy("Ask people what they would join"),
        lazy("wishes, preferences of people, join a group, interest"),
        at_once=True,
    ),
    Called(
        "make_empty_consortia_by_hand",
        lazy("Make empty consortia by hand"),
        lazy("manual groups, empty groups, groups by hand"),
    ),
)
_CARD = (
    Called(
        "show_the_whole_club",
        lazy("Show the consortia of the whole club"),
        lazy("all consortia, portfolio, projects, all groups, earlier consortia"),
        at_once=True,
    ),
    Called("open_the_consortium", lazy("Open the consortium"), lazy("vision of a group")),
    Called(
        "move_to_the_next_consortium",
        lazy("Move to the next consortium"),
        lazy("change the group, swap groups, move somebody"),
    ),
    Called(
        "move_to_the_consortium_before",
        lazy("Move to the consortium before"),
        lazy("group before, move back"),
    ),
    Called("let_wait", lazy("Let wait"), lazy("waiting list, take out of the group, no group")),
    Called(
        "pin_or_unpin", lazy("Pin or unpin"), lazy("fix in the group, lock a person, keep here")
    ),
    Called(
        "change_the_role", lazy("Change the role…"), lazy("role, speaker, lead, task of somebody")
    ),
    Called(
        "let_the_member_leave",
        lazy("Let the member leave…"),
        lazy("leave the group, hand over, step back, withdraw, quit"),
    ),
    Called(
        "rename_the_consortium", lazy("Rename the consortium…"), lazy("name of a group, group name")
    ),
    Called(
        "name_an_open_role",
        lazy("Name an open role…"),
        lazy("missing role, gap, vacancy, who is missing, needed"),
    ),
    Called(
        "fill_or_remove_open_roles",
        lazy("Fill or remove open roles…"),
        lazy("open roles, fill a gap"),
    ),
    Called(
        "sizes_and_sectors_of_the_consortium",
        lazy("Sizes and sectors of the consortium…"),
        lazy("size of one group, sectors of one group"),
    ),
    Called(
        "let_the_consortium_go",
        lazy("Let the consortium go"),
        lazy("delete a consortium, dissolve a group"),
    ),
    Called(
        "remove_an_empty_consortium",
        lazy("Remove an empty consortium"),
        lazy("delete an empty group"),
    ),
)
_CLUB = (
    Called(
        "find_consortia",
        lazy("Find a consortium"),
        lazy("search, look for a project"),
        at_once=True,
    ),
    Called(
        "new_project",
        lazy("New project…"),
        lazy("add a project, project from outside, new consortium, create"),
        at_once=True,
    ),
    Called(
        "say_the_state",
        lazy("Say how far it is…"),
        lazy("state, status, let go, running, ended, stopped, finished, abandoned, ready"),
    ),
    Called(
        "ideas_behind",
        lazy("The ideas behind it"),
        lazy("where it comes from, trail, authors, idea of a consortium, origin"),
    ),
    Called(
        "take_up_tonight",
        lazy("Take it up tonight, or put it back"),
        lazy("work on it tonight, put on the agenda, consortium of before, continue"),
    ),
    Called(
        "take_up_in_a_session",
        lazy("Take it up…"),
        lazy("work on it next time, planned session, put on the agenda, later, prepare"),
    ),
)
_PORTFOLIO = (
    Called(
        "note_gain",
        lazy("Note what it gives back…"),
        lazy("minutes, time saved, gain, benefit, measure, guess, hour a day, people reached"),
    ),
    Called(
        "show_the_portfolio",
        lazy("Show the room the portfolio"),
        lazy("slide of all projects, portfolio on the screen, present the projects"),
    ),
)
CLUB_CALLS = Calls("club_consortia", lazy("Consortia and projects"), (*_CLUB, *_PORTFOLIO))
CALLS = Calls("consortia", plazy("stage", "Consortia"), (*_ALL, *_CARD))
