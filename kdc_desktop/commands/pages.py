"""What the command writes to be sent or printed: a session's pages."""

import argparse
import sys

from kdc_desktop.commands.files import existing, free
from kdc_desktop.domain.pages.kinds import BY_KEY
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage import Database, open_to_read


def pages(given: argparse.Namespace) -> int:
    """Write the pages of a session; no display is needed."""
    from kdc_desktop.domain.pages.values import PaperSize
    from kdc_desktop.screens.pages.writing import drafted, usual_paper

    kind = BY_KEY[given.kind]
    club, out = existing(given), free(kind.named(given.out), given.replace)
    _have_type()
    with open_to_read(club) as database:
        draft = drafted(database, kind, _session(database, given.session))
        for _painted in draft.paint():
            pass
        draft.write(out, PaperSize(given.paper) if given.paper else usual_paper())
    if draft.said:
        print(draft.said, file=sys.stderr)
    print(given.out)
    return 0


def _session(database: Database, session_id: int | None) -> int:
    """The session that was named; the only one where none was."""
    from kdc_desktop.services.sessions import listing

    if session_id is not None:
        return listing.session(database, session_id).id
    known = listing.sessions(database)
    if len(known) != 1:
        raise UserError(_("Say of which session: --session ID."))
    return known[0].id


def _have_type() -> None:
    """What paints and sets type asks for an application, though nobody sees it."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is None:
        platform = ["-platform", "offscreen"] if sys.platform == "linux" else []
        _kept.append(QGuiApplication(["kdc-desktop", *platform]))


_kept: list[object] = []
"""The application; it must outlive what was painted."""
