"""What help says about sessions."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import Chapter, Help

HOME = Help(
    lazy("Here are the sessions of the club, those to come and those that were."),
    (
        lazy("Press New session: a name, a time, and an agenda from a template."),
        lazy("Open a session to see where it stands; Go live starts its first stage."),
        lazy("Rehearse it beforehand, on a copy and with made-up people, from the menu More."),
    ),
    (lazy("Double-click a session to open it."),),
    (),
    (Chapter.WEEK_BEFORE, Chapter.AFTERWARDS),
)
AGENDA = Help(
    lazy("Here the agenda of the session is made: its stages, their minutes and their prompts."),
    (
        lazy("Add a stage, give it minutes, and write the prompt that the room will read."),
        lazy("Write notes for yourself; nobody else sees them."),
        lazy("Move stages up and down until the end comes when it should."),
        lazy("Keep the agenda as a template, and the club can start other sessions from it."),
    ),
    (lazy("Click a stage to edit it at the right."),),
    (),
    (Chapter.WEEK_BEFORE, Chapter.LISTS, Chapter.CLOCK),
)
TALK = Help(
    lazy("Here is what you say now, and your notes; the room sees the prompt and the clock."),
    (
        lazy("Read the prompt aloud; change your notes here whenever you like."),
        lazy("Press Next when you are done: the strip above says what comes."),
    ),
    (),
    (),
    (Chapter.ROOM, Chapter.CLOCK),
)
NEW_SESSION = Help(
    lazy("Here a session begins: what it is called, when it is, and which agenda it starts from."),
    (
        lazy("Give it a name and a time, choose a template, and press Create the session."),
        lazy("Templates of the club stand below the ready ones; beside them is their menu."),
        lazy("Everything can be changed afterwards."),
    ),
    (),
    (),
    (Chapter.WEEK_BEFORE,),
)
TEMPLATE = Help(
    lazy("Here an agenda that the club starts sessions from gets its name."),
    (lazy("Write a name that no other template has. New session offers it from now on."),),
    (),
    (),
    (Chapter.WEEK_BEFORE,),
)
BEGIN = Help(
    lazy("Here a session begins like an earlier one, with what that one has left open."),
    (
        lazy("Choose which session it is like: agenda, minutes, notes, place and goal come along."),
        lazy("Tick the consortia that are worked on again; those that are due are ticked already."),
        lazy("Say who is invited, and press Create the session. One undo takes all of it back."),
    ),
    (),
    (),
    (Chapter.WEEK_BEFORE, Chapter.AFTERWARDS),
)
DETAILS = Help(
    lazy("Here the name, place and time of the session are changed, and what it is for."),
    (lazy("What stands here is what the room reads at the welcome. Press Keep when it is right."),),
    (),
    (),
    (Chapter.WEEK_BEFORE,),
)
PROGRAMME = Help(
    lazy("Here stands what all evenings together are for, and how much of it the club wants."),
    (
        lazy("Write the goal as one sentence that everybody in the room understands."),
        lazy("Where it can be counted, say how much of what, such as 60 minutes a day."),
        lazy("Press Keep: Home and the welcome show it from now on."),
    ),
    (),
    (),
    (Chapter.WEEK_BEFORE,),
)
OUTCOME = Help(
    lazy("Here is what the evening has decided, what is not finished, and what comes next."),
    (
        lazy("Export the workbook, and open it or its folder from the line that tells of it."),
        lazy("Write pages to send, such as the outcome or minutes, the same way."),
        lazy("Make the next session while people are still here; the room is thanked meanwhile."),
    ),
    (),
    (),
    (Chapter.END, Chapter.PAGES, Chapter.AFTERWARDS),
)
