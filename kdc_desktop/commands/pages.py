"""What the command writes to be sent or printed: a session's pages."""

import argparse
import os
import sys
from pathlib import Path

from kdc_desktop.commands.files import existing, free
from kdc_desktop.domain.pages.kinds import BY_KEY, PageKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed_apart, paired, titled
from kdc_desktop.storage import Database, open_to_read


def pages(given: argparse.Namespace) -> int:
    """Write pages of a session, of one kind or of several; no display is needed."""
    from kdc_desktop.domain.pages.values import PaperSize
    from kdc_desktop.screens.pages.writing import drafted, usual_paper

    club, wanted = existing(given), _wanted(given)
    paper = PaperSize(given.paper) if given.paper else usual_paper()
    _have_type()
    with open_to_read(club) as database:
        session_id = _session(database, given.session)
        if len(wanted) > 1:
            _have_folder(given.out)
        for kind, out in wanted:
            draft = drafted(database, kind, session_id)
            if why := draft.nothing:
                _leave_out(out, why, alone=len(wanted) == 1)
                continue
            for _painted in draft.paint():
                pass
            draft.write(out, paper)
            if draft.said:
                print(titled(out.name, draft.said), file=sys.stderr)
            print(out)
    return 0


def _leave_out(file: Path, why: str, *, alone: bool) -> None:
    """Pages without content are not written, and it is said why.

    Raises:
        UserError: nothing else was wanted.
    """
    if alone:
        raise UserError(why)
    print(_("{file}: not written. {why}", file=file.name, why=why), file=sys.stderr)


def _wanted(given: argparse.Namespace) -> list[tuple[PageKind, Path]]:
    """Each kind with its file; several have files of their own in a folder.

    Raises:
        UserError: one of them is there, or is no file; nothing has been written then.
    """
    kinds = [BY_KEY[key] for key in dict.fromkeys(given.kinds)]
    if len(kinds) == 1:
        if not given.out.name:
            raise UserError(_("Name a file, for example outcome.pdf."))
        return [(kinds[0], free(kinds[0].named(given.out), given.replace))]
    _could_be_a_folder(given.out)
    wanted = f".{given.format}"
    files = [given.out / f"{kind.key}{kind.ending_like(wanted)}" for kind in kinds]
    return [(kind, free(file, given.replace)) for kind, file in zip(kinds, files, strict=True)]


def _could_be_a_folder(folder: Path) -> None:
    """Raises UserError where several kinds of pages cannot go: the folder above has to be there."""
    if folder.is_dir():
        return
    if os.path.lexists(folder):
        raise UserError(
            _(
                "{folder} is no folder. Several kinds of pages need one: name another.",
                folder=str(folder),
            )
        )
    if not folder.parent.is_dir():
        raise UserError(
            _(
                "There is no folder {folder}. Name another, or make it first.",
                folder=str(folder.parent),
            )
        )


def _have_folder(folder: Path) -> None:
    """Make the folder where it is not there yet."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UserError(
            _(
                "The folder {folder} could not be made ({reason}). Name another.",
                folder=str(folder),
                reason=error.strerror or str(error),
            )
        ) from error


def _session(database: Database, session_id: int | None) -> int:
    """The session that was named; the only one where none was."""
    from kdc_desktop.services.sessions import listing

    if session_id is not None:
        return listing.session(database, session_id).id
    known = listing.sessions(database)
    if not known:
        raise UserError(_("The club has no session yet. Plan one first."))
    if len(known) > 1:
        raise UserError(
            _(
                "Say of which session, for example --session {first}. There are: {sessions}.",
                first=known[0].id,
                sessions=listed_apart(paired(str(one.id), one.title) for one in known),
            )
        )
    return known[0].id


def _have_type() -> None:
    """What paints and sets type asks for an application, though nobody sees it."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        platform = ["-platform", "offscreen"] if sys.platform == "linux" else []
        _kept.append(QGuiApplication(["kdc-desktop", *platform]))


_kept: list[object] = []
"""The application; it must outlive what was painted."""
