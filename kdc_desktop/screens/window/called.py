"""What people call what is done everywhere in the window."""

from collections.abc import Mapping

from kdc_desktop.i18n import Text, lazy

ROOM: Mapping[str, Text] = {
    "shared_screen": lazy(
        "projector, beamer, second screen, external display, monitor, fullscreen, present, "
        "presentation, slideshow, wall, audience view, window mode"
    ),
    "shared_screen_front": lazy("show the wall, open the projector, raise the shared screen"),
    "show_this": lazy("put on the wall, send to the room, present this, cast, project, share"),
    "room_follow": lazy("automatic, back to the stage, show what runs, unfreeze"),
    "room_hold": lazy("freeze, keep the picture, pause the room"),
    "room_blank": lazy("black screen, hide the room, switch off the wall, curtain, privacy"),
    "room_next_page": lazy("next slide, scroll the wall, more"),
    "room_page_before": lazy("previous slide, slide before"),
    "end_kiosk": lazy("stop the kiosk, close the kiosk, exit the kiosk, leave the kiosk"),
    "message": lazy("announcement, announce, banner, notice, broadcast, tell everybody, text"),
    "large_timer": lazy("countdown, stopwatch, big clock, timer, show the time"),
}
SESSION: Mapping[str, Text] = {
    "go_live": lazy("live, start, begin, start the session, begin the evening, open the evening"),
    "reopen_session": lazy("open again, undo closing, go on with the session"),
    "next_stage": lazy("forward, next, continue, next step, advance, skip"),
    "previous_stage": lazy("back, step back, last stage, stage before, return"),
    "go_to_shown": lazy("jump, switch stage, skip to this, run this stage"),
    "close_session": lazy("end, end the session, finish, end the evening, stop, wrap up, end live"),
    "edit_agenda": lazy(
        "agenda, schedule, timetable, plan, running order, duration, add minutes, longer, stages"
    ),
    "clock": lazy("pause, resume, stop the clock, stop the time, halt"),
    "look_at_current": lazy("where are we, now, current stage, live stage"),
    "go_back": lazy("back, return, leave this screen, where I was, screen before"),
    "outcome": lazy("summary, decisions, conclusion, results of the evening, overview of results"),
}
PROGRAM: Mapping[str, Text] = {
    "undo": lazy("revert, take back, mistake, oops, go back one step"),
    "redo": lazy("repeat, do again"),
    "own_menu": lazy("context menu, right click"),
    "inspector": lazy("side panel, sidebar, right panel, details"),
    "keys": lazy("shortcuts, hotkeys, keyboard, key bindings, cheat sheet"),
    "help": lazy("manual, guide, tutorial, how to, documentation, what now, support, instructions"),
    "save": lazy("store, keep, write to disk"),
    "close_window": lazy("close, shut"),
    "quit": lazy("exit, close the program, end the program, leave, shut down"),
    "go_home": lazy("start page, list of sessions, all sessions, overview, dashboard, main menu"),
    "go_session": lazy("evening, meeting, stage"),
    "go_people": lazy("people, participants, members, attendees, contacts, address book"),
    "go_consortia": lazy("consortia, teams, working groups"),
    "go_settings": lazy("settings, preferences, options, configuration, setup"),
    "chains": lazy("what became of my idea, trail, fate of ideas, all ideas of the club"),
    "import_people": lazy("import, excel, csv, spreadsheet, upload, load people, add many people"),
    "late_door": lazy(
        "walk-in, late, latecomer, late arrival, door, arrive, check in, check-in, reception, "
        "register, somebody came, guest"
    ),
    "import_ideas": lazy("load ideas, upload ideas, ideas from a file"),
    "import_past": lazy("history, earlier sessions, old projects, archive, template to fill in"),
    "compare": lazy("differences, two versions, merge clubs, conflict, merge files"),
    "export": lazy(
        "excel, workbook, download, report, results as a file, xlsx, spreadsheet, save as"
    ),
    "pages": lazy(
        "print, pdf, word, odt, report, minutes, protocol, summary to send, badges, name tags, "
        "door list, table cards, place cards, paper, handout, calendar, ics, mail merge"
    ),
    "rehearse": lazy("practice, try out, simulate, test run, dry run, demo"),
    "open_club": lazy("open, load, another file, database, switch club, open file"),
    "new_club": lazy("new file, empty club, create a club, new database"),
    "copy_club": lazy("save a copy, duplicate, save as, copy of the file, backup"),
    "hand_over": lazy("another computer, move, transfer, usb stick, second laptop, send the club"),
}
WORDS: Mapping[str, Text] = {**ROOM, **SESSION, **PROGRAM}
