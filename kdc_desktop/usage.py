"""What may be typed after `kdc-desktop`, and which command it asks for."""

import argparse
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop import __version__, arguments, i18n
from kdc_desktop.commands import club, count, incoming, outgoing, pages, past
from kdc_desktop.domain.pages.kinds import KINDS
from kdc_desktop.i18n import _
from kdc_desktop.paths import CLUB_ENDING

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[arguments.AnyOrder]


def understood(words: Sequence[str]) -> argparse.Namespace:
    """What was given; its `do` takes it. Wrong usage and a request for help end the program."""
    parser, known = _parser()
    given = parser.parse_args(_with_a_command(words, known))
    if given.temp and (given.database or given.file):
        parser.error(_("--temp opens a throwaway club, so it takes no club file"))
    return given


def _with_a_command(words: Sequence[str], known: Collection[str]) -> Sequence[str]:
    """The words with “open” before a club file that stands where a command would."""
    first = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    first.add_argument("--temp", action="store_true")
    first.add_argument("--language")
    first.add_argument("--database")
    with suppress(argparse.ArgumentError):
        rest = first.parse_known_args(words)[1]
        if rest and rest[0] not in known and _is_a_file(rest[0]):
            place = list(words).index(rest[0])
            return [*words[:place], "open", *words[place:]]
    return words


def _is_a_file(name: str) -> bool:
    """Whether it is there, or called like a club file."""
    if name.startswith("-"):
        return False
    try:
        return name.lower().endswith(CLUB_ENDING) or Path(name).is_file()
    except (OSError, ValueError):  # too long, or with a character that no name has
        return False


def _parser() -> tuple[argparse.ArgumentParser, Collection[str]]:
    """The parser, and the names of its commands."""
    parser = argparse.ArgumentParser(
        prog="kdc-desktop", description=_("Run a live co-creation session from one laptop.")
    )
    parser.add_argument("--version", action="version", version=f"KDC Desktop {__version__}")
    parser.add_argument("--temp", action="store_true", help=_("open a throwaway club and profile"))
    parser.set_defaults(do=club.open_window, file=None, database=None, language=None)
    _add_shared(parser)
    known = parser.add_subparsers(
        title=_("commands"), metavar=_("COMMAND or FILE"), parser_class=arguments.AnyOrder
    )
    _add_open(known)
    _add_new(known)
    _add_rehearse(known)
    _add_import(known)
    _add_past_template(known)
    _add_export(known)
    _add_pages(known)
    _add_check(known)
    _add_backup(known)
    _add_hand_over(known)
    _add_compare(known)
    _add_count(known)
    _add_papers(known)
    _add_install_desktop(known)
    return parser, known.choices


def _add_open(known: "_Commands") -> None:
    opened = known.add_parser("open", help=_("open a club file, as its name alone does"))
    opened.add_argument("file", type=arguments.file)
    opened.set_defaults(do=club.open_window)
    _add_language(opened)


def _add_new(known: "_Commands") -> None:
    made = known.add_parser("new", help=_("make an empty club file"))
    made.add_argument("out", type=arguments.file)
    made.set_defaults(do=club.make)
    _add_language(made)


def _add_rehearse(known: "_Commands") -> None:
    rehearse = known.add_parser("rehearse", help=_("play a session with made-up people"))
    rehearse.add_argument("--people", type=arguments.people, default=60)
    rehearse.add_argument("--seed", type=arguments.whole, default=1)
    rehearse.add_argument(
        "--out", type=arguments.folder, required=True, help=_("folder for what it leaves")
    )
    rehearse.add_argument(
        "--evenings", type=arguments.evenings, default=3, help=_("how many over a year, 1 to 6")
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
    rehearse.set_defaults(do=club.play)
    _add_shared(rehearse)


def _add_import(known: "_Commands") -> None:
    imports = known.add_parser("import", help=_("bring in people, ideas or a past from a sheet"))
    imports.add_argument("what", choices=("people", "ideas", "past"))
    imports.add_argument("file", type=arguments.file)
    imports.add_argument("--preview", action="store_true", help=_("show what would happen"))
    imports.add_argument("--session", type=arguments.whole, help=_("the session's id"))
    imports.add_argument("--sheet", help=_("the sheet or table of the file to read"))
    imports.add_argument(
        "--column",
        action="append",
        metavar="HEADER=FIELD",
        help=_("what a column holds; without a field it is not taken; as often as you like"),
    )
    imports.add_argument(
        "--include-hidden", action="store_true", help=_("rows too that are hidden in the file")
    )
    imports.add_argument(
        "--include-archived", action="store_true", help=_("ideas too that are archived there")
    )
    _add_of_people(imports)
    imports.set_defaults(do=incoming.bring_in)
    _add_shared(imports)


def _add_of_people(imports: argparse.ArgumentParser) -> None:
    """What can be chosen for people only, in a list or in a past."""
    text = _("people who are not coming come in too")
    imports.add_argument("--include-cancelled", action="store_true", help=text)
    text = _("who is not coming stays on the session's list all the same")
    imports.add_argument("--stay-listed", action="store_true", help=text)
    text = _("organisations move into the sectors that the list says")
    imports.add_argument("--move-sectors", action="store_true", help=text)
    text = _("what a word for a sector means: C, P, A, T or R")
    _add_pairs(imports, "--sector", _("WORD=LETTER"), text)
    text = _("who a row is that was asked about: same, new or leave_out")
    _add_pairs(imports, "--answer", _("ROW=ANSWER"), text)


def _add_pairs(parser: argparse.ArgumentParser, name: str, shown: str, text: str) -> None:
    parser.add_argument(name, action="append", default=[], metavar=shown, help=text)


def _add_past_template(known: "_Commands") -> None:
    text = _("write the workbook to fill in with a club’s past")
    template = known.add_parser("past-template", help=text)
    template.add_argument("out", type=arguments.file)
    template.set_defaults(do=past.write_past_template)
    _add_replace(template)
    _add_language(template)


def _add_export(known: "_Commands") -> None:
    export = known.add_parser("export", help=_("write the workbook"))
    export.add_argument("out", type=arguments.file)
    export.add_argument("--session", type=arguments.whole, help=_("only this session's id"))
    export.add_argument(
        "--format",
        choices=("xlsx", "csv", "json"),
        help=_("a workbook, a folder of CSV files, or JSON; else the ending says it"),
    )
    export.add_argument(
        "--edition",
        choices=("full", "share"),
        default="full",
        help=_("everything, or without what others need not know"),
    )
    export.set_defaults(do=outgoing.export)
    _add_replace(export)
    _add_shared(export)


def _add_pages(known: "_Commands") -> None:
    writing = known.add_parser("pages", help=_("write a session's pages to send or to print"))
    writing.add_argument(
        "kinds", choices=[kind.key for kind in KINDS], nargs="+", help=_("one kind or several")
    )
    writing.add_argument(
        "out", type=arguments.folder, help=_("the file; of several kinds the folder")
    )
    writing.add_argument(
        "--format",
        choices=("pdf", "docx", "odt", "csv", "xlsx"),
        default="pdf",
        help=_("of several kinds: what those are written as that can be"),
    )
    writing.add_argument("--session", type=arguments.whole, help=_("the session's id"))
    writing.add_argument("--paper", choices=("a4", "letter"), help=_("what is printed on"))
    writing.set_defaults(do=pages.pages)
    _add_replace(writing)
    _add_shared(writing)


def _add_check(known: "_Commands") -> None:
    check = known.add_parser("check", help=_("check the club file"))
    check.add_argument("--repair", action="store_true", help=_("mend what can be, on a copy"))
    check.add_argument("--out", type=arguments.file, help=_("the mended copy"))
    check.set_defaults(do=club.check)
    _add_shared(check)


def _add_backup(known: "_Commands") -> None:
    backup = known.add_parser("backup", help=_("write a copy of the club file"))
    backup.add_argument("out", type=arguments.file)
    backup.set_defaults(do=club.backup)
    _add_replace(backup)
    _add_shared(backup)


def _add_hand_over(known: "_Commands") -> None:
    text = _("write the club to a file to go on with on another laptop")
    handing = known.add_parser("hand-over", help=text)
    handing.add_argument("out", type=arguments.file)
    handing.set_defaults(do=club.hand_over)
    _add_shared(handing)


def _add_compare(known: "_Commands") -> None:
    text = _("say what another version of the club has that this one has not")
    comparing = known.add_parser("compare", help=text)
    comparing.add_argument("other", type=arguments.file)
    comparing.set_defaults(do=club.compare)
    _add_shared(comparing)


def _add_count(known: "_Commands") -> None:
    text = _("count a file of ballot papers, without a club")
    counting = known.add_parser("count", help=text)
    counting.add_argument("file", type=arguments.file, help=_("PrefLib, Pabulib, or a table"))
    counting.add_argument("--method", choices=count.RULES, required=True, help=_("how to count"))
    counting.add_argument("--json", action="store_true", help=_("print the result for programs"))
    text = _("how much money there is, where the file does not say it")
    counting.add_argument("--total", type=arguments.amount, metavar=_("AMOUNT"), help=text)
    counting.add_argument(
        "--scale",
        type=arguments.whole,
        nargs=2,
        metavar=(_("LOW"), _("HIGH")),
        help=_("from where to where scores go, where the file does not say it"),
    )
    counting.set_defaults(do=count.count)
    _add_language(counting)


def _add_papers(known: "_Commands") -> None:
    writing = known.add_parser("papers", help=_("write the papers of a poll with names"))
    writing.add_argument("out", type=arguments.file, help=_("PrefLib, Pabulib, or a table"))
    writing.add_argument("--poll", type=arguments.whole, default=0, help=_("the poll's id"))
    writing.set_defaults(do=outgoing.papers)
    _add_replace(writing)
    _add_shared(writing)


def _add_install_desktop(known: "_Commands") -> None:
    text = _("have a double click on a club file open it")
    installing = known.add_parser("install-desktop", help=text)
    installing.add_argument("--remove", action="store_true", help=_("no longer"))
    installing.set_defaults(do=club.install_desktop)
    _add_language(installing)


def _add_replace(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--replace", action="store_true", help=_("also where a file lies already"))


def _add_shared(parser: argparse.ArgumentParser) -> None:
    """What may stand before the command and after it."""
    parser.add_argument(
        "--database",
        type=arguments.file,
        default=argparse.SUPPRESS,
        help=_("the club file (club.kdc)"),
    )
    _add_language(parser)


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--language",
        type=arguments.language,
        default=argparse.SUPPRESS,
        help=_("speak one of these languages: {codes}", codes=i18n.listed(arguments.languages())),
    )
