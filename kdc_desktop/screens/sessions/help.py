"""What help says about sessions."""

from kdc_desktop.i18n import lazy
from kdc_desktop.screens.kit.help import Chapter, Help

HOME = Help(
    lazy("Here is what comes next, what is due in the club, and the evenings that were."),
    (
        lazy("Press New session: a name, a time, and an agenda from a template."),
        lazy("Or begin from last time: agenda, people and what is still open come along."),
        lazy("Go live starts the first stage; what is still needed stands above the button."),
        lazy("What is due has one button each: do it here, or look where it belongs."),
        lazy("“…” beside it postpones a commitment, gives it to another member, or drops it."),
        lazy("Rehearse it beforehand, on a copy and with made-up people, from the menu More."),
    ),
    (lazy("Click the name of a past evening to open it; “All” lists every session."),),
    (),
    (Chapter.WEEK_BEFORE, Chapter.AFTERWARDS),
)
AGENDA = Help(
    lazy("Here the agenda of the session is made: its stages, their minutes and their prompts."),
    (
        lazy("Add a stage, give it minutes, and write the prompt that the room will read."),
        lazy("Write notes for yourself; nobody else sees them."),
        lazy("Move stages up and down until the end comes when it should."),
        lazy("Template keeps the agenda for other sessions, or brings in the stages of one."),
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
TEMPLATE_HELP = Help(
    lazy("Here an agenda that the club starts sessions from gets its name."),
    (lazy("Write a name that no other template has. New session offers it from now on."),),
    (),
    (),
    (Chapter.WEEK_BEFORE,),
)
LINE = Help(
    lazy("Here goes one line on how a consortium does, as it was heard from its people."),
    (lazy("Write it in their words and press Keep; it is noted with the day of today."),),
    (),
    (),
    (Chapter.AFTERWARDS,),
)
OBSTACLE = Help(
    lazy("Here goes one line on an obstacle: what was heard of it, or how it was solved."),
    (lazy("Press Keep: it is a step of its history, with the day of today."),),
    (),
    (),
    (Chapter.AFTERWARDS,),
)
PROMISE = Help(
    lazy("Here stands what becomes of a commitment that is not kept in time."),
    (
        lazy("Write a day to come, or why nobody gives it any more, and press Keep."),
        lazy("Why it was dropped stays in the life of the consortium, and undo brings it back."),
    ),
    (),
    (),
    (Chapter.AFTERWARDS,),
)
BEGIN = Help(
    lazy("Here a session begins like an earlier one, with what that one has left open."),
    (
        lazy("Choose which session it is like: agenda, minutes, notes, place and goal come along."),
        lazy("Or choose the agenda of a template; people and what is open still come along."),
        lazy("Tick the consortia that are worked on again; what waits for an evening is ticked."),
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
