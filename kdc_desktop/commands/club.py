"""What commands do with a club as a whole: make, open, play, check, copy, hand over, compare."""

import argparse
import sys
from contextlib import closing
from pathlib import Path

from kdc_desktop import paths
from kdc_desktop.commands.files import existing, free, new_club, path_of
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.knocking import shown_elsewhere
from kdc_desktop.services.club.handing_over import refuse_handed_over
from kdc_desktop.storage import open_database, open_to_read
from kdc_desktop.storage.sole_use import claim
from kdc_desktop.workplaces import discard, workplace

TEMPORARY = "Temporary club.kdc"  # untranslated: a file on disk


def make(given: argparse.Namespace) -> int:
    """Make an empty club."""
    path = new_club(given.out)
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
        evenings=given.evenings if given.session is None else 1,
    )
    left = rehearse(plan, print)
    print(_("database  {file}", file=str(left.database)))
    print(_("workbook  {file}", file=str(left.workbook)))
    print(_("pictures  {folder}", folder=str(left.pictures)))
    return 0


def check(given: argparse.Namespace) -> int:
    """Look the club file over."""
    from kdc_desktop.services.joined.checks import FILE_CHECKS
    from kdc_desktop.storage.checking import check_database
    from kdc_desktop.storage.remarks import remarks_on

    path = path_of(given)
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

    club = existing(given)
    backups.copy_to(club, free(given.out, given.replace))
    print(given.out)
    return 0


def hand_over(given: argparse.Namespace) -> int:
    """Let the club go on in another file, on another laptop."""
    from kdc_desktop.services.joined.handing import hand_over_club

    club, out = existing(given), new_club(given.out)
    with claim(club) as held, closing(open_database(club, held=held)) as database:
        refuse_handed_over(database)
        gone = hand_over_club(database, out)
    print(gone.to)
    return 0


def compare(given: argparse.Namespace) -> int:
    """Say what two versions of a club do not have in common."""
    from kdc_desktop.services.joined import later

    with open_to_read(existing(given)) as database:
        found = later.compare(database, given.other)
    print(found.sentence)
    for line in found.lines():
        print(line)
    return 0
