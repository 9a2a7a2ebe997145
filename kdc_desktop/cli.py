"""The command `kdc-desktop`: open the program, or do one thing without a window.

Exit status: 0 done, 1 with a sentence that says what to do, 2 for wrong usage.
"""

import argparse
import io
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop import __version__, arguments, i18n, paths
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage import Database, open_database, open_to_read
from kdc_desktop.storage.sole_use import claim

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    _let_everything_be_printed()
    _speak(words)
    parser = _parser()
    given = parser.parse_args(words)
    if given.temp and given.database:
        parser.error(_("--temp opens a throwaway club, so it takes no --database"))
    try:
        return int(given.do(given))
    except UserError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(_not_reached(error), file=sys.stderr)
    return 1


def _let_everything_be_printed() -> None:
    """A name that the terminal cannot show, such as of a broken file name, is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _not_reached(error: OSError) -> str:
    return _(
        "{file} cannot be used: {reason}. Check its name and folder, then try again.",
        file=str(error.filename or _("A file")),
        reason=error.strerror or type(error).__name__,
    )


def _speak(words: Sequence[str] | None) -> None:
    """Before the command is read, because its help is in that language, too."""
    first = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    first.add_argument("--language", default=i18n.ENGLISH)
    with suppress(argparse.ArgumentError):
        i18n.use(first.parse_known_args(words)[0].language)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kdc-desktop", description=_("Run a live co-creation session from one laptop.")
    )
    parser.add_argument("--version", action="version", version=f"KDC Desktop {__version__}")
    parser.add_argument("--temp", action="store_true", help=_("open a throwaway club and profile"))
    parser.set_defaults(do=_open, database=None, language=None)
    _add_shared(parser)
    commands = parser.add_subparsers(title=_("without a window"))
    _add_rehearse(commands)
    _add_import(commands)
    export = commands.add_parser("export", help=_("write the workbook"))
    export.add_argument("out", type=arguments.file)
    export.add_argument("--session", type=arguments.whole, help=_("only this session's id"))
    export.set_defaults(do=_export)
    check = commands.add_parser("check", help=_("check the club file"))
    check.set_defaults(do=_check)
    backup = commands.add_parser("backup", help=_("write a copy of the club file"))
    backup.add_argument("out", type=arguments.file)
    backup.set_defaults(do=_backup)
    for command in (export, check, backup):
        _add_shared(command)
    return parser


def _add_rehearse(commands: "_Commands") -> None:
    rehearse = commands.add_parser("rehearse", help=_("play a session with made-up people"))
    rehearse.add_argument("--people", type=arguments.people, default=60)
    rehearse.add_argument("--seed", type=arguments.whole, default=1)
    rehearse.add_argument(
        "--out", type=arguments.folder, required=True, help=_("folder for what it leaves")
    )
    rehearse.add_argument("--ideas", type=arguments.file, help=_("a sheet of real ideas"))
    rehearse.add_argument("--show", action="store_true", help=_("on the screen, at a human pace"))
    rehearse.add_argument("--theme", choices=("light", "dark"), default="light")
    rehearse.add_argument(
        "--size", type=arguments.size, default=(1440, 900), help=_("of the window: 1280x800")
    )
    rehearse.add_argument("--text-size", type=int, choices=(100, 125, 150, 175, 200), default=100)
    rehearse.add_argument(
        "--session", type=arguments.whole, help=_("a session of --database to play on a copy")
    )
    rehearse.set_defaults(do=_rehearse)
    _add_shared(rehearse)


def _add_import(commands: "_Commands") -> None:
    imports = commands.add_parser("import", help=_("bring in people or ideas from a sheet"))
    imports.add_argument("what", choices=("people", "ideas"))
    imports.add_argument("file", type=arguments.file)
    imports.add_argument("--preview", action="store_true", help=_("show what would happen"))
    imports.add_argument("--session", type=arguments.whole, help=_("the session's id"))
    imports.set_defaults(do=_import)
    _add_shared(imports)


def _add_shared(parser: argparse.ArgumentParser) -> None:
    """What may stand before the command and after it."""
    parser.add_argument(
        "--database",
        type=arguments.file,
        default=argparse.SUPPRESS,
        help=_("the club file (club.kdc)"),
    )
    parser.add_argument(
        "--language",
        type=arguments.language,
        default=argparse.SUPPRESS,
        help=_("speak one of these languages: {codes}", codes=i18n.listed(arguments.languages())),
    )


def _path(given: argparse.Namespace) -> Path:
    return given.database or paths.default_database()


def _existing(given: argparse.Namespace) -> Path:
    path = _path(given)
    if not path.is_file():
        raise UserError(
            _("There is no file {file}. Name the club file with --database FILE.", file=str(path))
        )
    return path


def _open(given: argparse.Namespace) -> int:
    from kdc_desktop import app
    from kdc_desktop.rehearsal.launch import rehearse_a_copy
    from kdc_desktop.settings import Settings

    if given.temp:
        with tempfile.TemporaryDirectory(prefix="kdc-desktop-") as folder:
            settings = Settings(Path(folder) / "settings.ini")
            settings.speak_for_now(given.language or "")
            return app.run(Path(folder) / "club.kdc", settings, rehearse_a_copy)
    settings = Settings()
    settings.speak_for_now(given.language or "")
    path = given.database or settings.last_database or paths.default_database()
    return app.run(path, settings, rehearse_a_copy)


def _rehearse(given: argparse.Namespace) -> int:
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


def _import(given: argparse.Namespace) -> int:
    imported = _import_people if given.what == "people" else _import_ideas
    with ExitStack() as stack:
        path = _existing(given)
        if given.preview:
            database = stack.enter_context(open_to_read(path))
        else:
            held = stack.enter_context(claim(path))
            database = stack.enter_context(closing(open_database(path, held=held)))
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


def _export(given: argparse.Namespace) -> int:
    from kdc_desktop.services.joined.sheets import SHEETS
    from kdc_desktop.services.workbook.export import export_workbook

    if given.out.suffix.lower() == ".kdc":
        raise UserError(
            _("{file} would be a club file. Name a workbook: out.xlsx.", file=given.out.name)
        )
    with open_to_read(_existing(given)) as database:
        export_workbook(database, given.out, SHEETS, given.session)
    print(given.out)
    return 0


def _check(given: argparse.Namespace) -> int:
    from kdc_desktop.services.joined.checks import FILE_CHECKS
    from kdc_desktop.storage.checking import check_database

    path = _path(given)
    problems = check_database(path, FILE_CHECKS)
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print(_("{file} is in order.", file=path.name))
    return 1 if problems else 0


def _backup(given: argparse.Namespace) -> int:
    from kdc_desktop.storage import backups

    backups.copy_to(_existing(given), given.out)
    print(given.out)
    return 0
