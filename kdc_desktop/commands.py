"""What each command does once it is understood; `cli` understands it.

Each takes what was given and returns the exit status; what a person can mend is a `UserError`.
"""

import argparse
import os
import sys
from contextlib import ExitStack, closing
from pathlib import Path

from kdc_desktop import paths
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.knocking import shown_elsewhere
from kdc_desktop.services.club.handing_over import refuse_handed_over
from kdc_desktop.storage import Database, open_database, open_to_read
from kdc_desktop.storage.sole_use import claim
from kdc_desktop.workplaces import discard, workplace

TEMPORARY = "Temporary club.kdc"  # untranslated: a file on disk
_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


def _path(given: argparse.Namespace) -> Path:
    return given.database or paths.default_database()


def _existing(given: argparse.Namespace) -> Path:
    path = _path(given)
    if not path.is_file():
        raise UserError(
            _("There is no file {file}. Name the club file with --database FILE.", file=str(path))
        )
    return path


def _free(target: Path, replace: bool) -> Path:
    """Where a command may write: nothing is replaced unasked, a link to nowhere neither."""
    if target.name.endswith(_BESIDE):
        raise UserError(
            _(
                "{file} is what SQLite calls a file that it keeps beside a club, and may remove. "
                "Choose another name.",
                file=target.name,
            )
        )
    if os.path.lexists(target) and not replace:
        raise UserError(
            _(
                "{file} exists already and was left alone. Name another file, or add --replace.",
                file=str(target),
            )
        )
    return target


def _new_club(path: Path) -> Path:
    """Where a club file is to be that there is not yet."""
    if not paths.is_club(path):
        raise UserError(
            _("{file} needs a name that ends in .kdc, for example club.kdc.", file=str(path))
        )
    if os.path.lexists(path):
        raise UserError(
            _("{file} exists already and was left alone. Name another file.", file=str(path))
        )
    return path


def make(given: argparse.Namespace) -> int:
    """Make an empty club."""
    path = _new_club(given.out)
    with claim(path) as held:
        try:
            made = open_database(path, held=held)
        except UserError:
            discard(path)  # it is empty: what cannot be opened is not left behind
            raise
        made.close()
    for sentence in made.told:
        print(sentence, file=sys.stderr)
    print(path)
    return 0


def open_window(given: argparse.Namespace) -> int:
    """Open the program: on the club that was named, the one that was open last, or the first."""
    from kdc_desktop.rehearsal.launch import rehearse_a_copy
    from kdc_desktop.run import run
    from kdc_desktop.settings import Settings

    if given.temp:
        with workplace() as folder:
            settings = Settings(folder / "settings.ini")
            settings.speak_for_now(given.language or "")
            settings.throw_away(folder)
            return run(folder / TEMPORARY, settings, rehearse_a_copy)
    settings = Settings()
    settings.speak_for_now(given.language or "")
    before = settings.last_database
    path = given.file or given.database or before or paths.default_database()
    if shown_elsewhere(path):
        return 0
    return run(path, settings, rehearse_a_copy, is_there=path in (given.file, before))


def install_desktop(given: argparse.Namespace) -> int:
    """Have a double click on a club file open it; or no longer."""
    from kdc_desktop import desktop_files

    if given.remove:
        desktop_files.remove()
        print(_("A double click on a club file opens it no longer."))
    else:
        entry = desktop_files.install()
        print(_("A double click on a club file opens it: {file}", file=str(entry)))
    return 0


def play(given: argparse.Namespace) -> int:
    """Rehearse an evening."""
    from kdc_desktop.rehearsal.plan import RehearsalPlan
    from kdc_desktop.rehearsal.stage import hush_platform, rehearse
    from kdc_desktop.settings import ThemeMode

    hush_platform()

    plan = RehearsalPlan(
        given.people,
        given.seed,
        given.out,
        ideas=given.ideas,
        show=given.show,
        theme=ThemeMode(given.theme),
        size=given.size,
        text_size=given.text_size,
        copy_of=given.database,
        session_id=given.session,
    )
    left = rehearse(plan, print)
    print(_("database  {file}", file=str(left.database)))
    print(_("workbook  {file}", file=str(left.workbook)))
    print(_("pictures  {folder}", folder=str(left.pictures)))
    return 0


def bring_in(given: argparse.Namespace) -> int:
    """Import people or ideas."""
    imported = _import_people if given.what == "people" else _import_ideas
    with ExitStack() as stack:
        path = _existing(given)
        if given.preview:
            database = stack.enter_context(open_to_read(path))
        else:
            held = stack.enter_context(claim(path))
            database = stack.enter_context(closing(open_database(path, held=held)))
            refuse_handed_over(database)
        for sentence in database.told:
            print(sentence, file=sys.stderr)
        imported(database, given)
    return 0


def _import_people(database: Database, given: argparse.Namespace) -> None:
    from kdc_desktop.domain.people.states import MatchState
    from kdc_desktop.services.attendance.importing import import_and_register
    from kdc_desktop.services.joined.people import PEOPLE
    from kdc_desktop.services.people.importing import import_people, preview_people
    from kdc_desktop.services.sessions import listing

    if given.session is not None:
        listing.session(database, given.session)
    preview = preview_people(database, given.file, PEOPLE.remarks)
    counts = preview.counts
    for row in preview.rows:
        if row.state is MatchState.PROBLEM:
            print(_("row {number}: {sentence}", number=str(row.number), sentence=row.sentence))
    if not given.preview:
        if given.session is None:
            counts = import_people(database, preview)
        else:
            counts = import_and_register(database, preview, given.session)
    print(counts.sentence)


def _import_ideas(database: Database, given: argparse.Namespace) -> None:
    from kdc_desktop.services.board import importing as board_importing
    from kdc_desktop.services.sessions import listing

    session_id = given.session
    if session_id is None:
        known = listing.sessions(database)
        if len(known) != 1:
            raise UserError(_("Say into which session: --session ID."))
        session_id = known[0].id
    listing.session(database, session_id)
    found = board_importing.preview_ideas(database, session_id, given.file)
    if not given.preview:
        found = board_importing.import_ideas(database, session_id, found)
    print(found)


def export(given: argparse.Namespace) -> int:
    """Write the workbook."""
    from kdc_desktop.services.joined.sheets import SHEETS
    from kdc_desktop.services.workbook.export import export_workbook

    if paths.is_club(given.out):
        raise UserError(
            _("{file} would be a club file. Name a workbook: out.xlsx.", file=given.out.name)
        )
    club, out = _existing(given), _free(given.out, given.replace)
    with open_to_read(club) as database:
        export_workbook(database, out, SHEETS, given.session)
    print(given.out)
    return 0


def check(given: argparse.Namespace) -> int:
    """Look the club file over."""
    from kdc_desktop.services.joined.checks import FILE_CHECKS
    from kdc_desktop.storage.checking import check_database
    from kdc_desktop.storage.remarks import remarks_on

    path = _path(given)
    if given.repair:
        return _repair(path, given.out)
    problems = check_database(path, FILE_CHECKS)
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print(_("{file} is in order.", file=path.name))
        for remark in remarks_on(path):
            print(remark)
    return 1 if problems else 0


def _repair(path: Path, out: Path | None) -> int:
    from kdc_desktop.services.joined.checks import FILE_CHECKS
    from kdc_desktop.storage.mending import mend

    target = out or path.with_name(_("{club} mended.kdc", club=path.stem))
    mended = mend(path, target, FILE_CHECKS)
    for sentence in mended.done:
        print(sentence)
    for sentence in mended.left:
        print(sentence, file=sys.stderr)
    if mended.left:
        print(_("{file} was written; this could not be mended.", file=str(target)), file=sys.stderr)
        return 1
    print(_("{file} is in order; {old} is as it was.", file=str(target), old=path.name))
    return 0


def backup(given: argparse.Namespace) -> int:
    """Write a copy of the club file."""
    from kdc_desktop.storage import backups

    club = _existing(given)
    backups.copy_to(club, _free(given.out, given.replace))
    print(given.out)
    return 0


def hand_over(given: argparse.Namespace) -> int:
    """Let the club go on in another file, on another laptop."""
    from kdc_desktop.services.joined.handing import hand_over_club

    club, out = _existing(given), _new_club(given.out)
    with claim(club) as held, closing(open_database(club, held=held)) as database:
        refuse_handed_over(database)
        gone = hand_over_club(database, out)
    print(gone.to)
    return 0


def compare(given: argparse.Namespace) -> int:
    """Say what two versions of a club do not have in common."""
    from kdc_desktop.services.joined import later

    with open_to_read(_existing(given)) as database:
        found = later.compare(database, given.other)
    print(found.sentence)
    for line in found.lines():
        print(line)
    return 0
