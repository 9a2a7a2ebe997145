"""What the command brings onto a board: the ideas of a list, and what it says of them."""

import argparse

from kdc_desktop.commands.pairs import columns_said
from kdc_desktop.domain.board.idea_fields import IdeaChoices, IdeaField, SetAside
from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.domain.kit.chosen_columns import field_called
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed, ngettext
from kdc_desktop.services.board.incoming import IdeasPreview
from kdc_desktop.storage import Database


def bring_in_ideas(database: Database, given: argparse.Namespace) -> int:
    """Import ideas, or say what importing them would do; 1 where rows were refused."""
    from kdc_desktop.services.board import importing as board_importing

    session_id = _session(database, given)
    choices = IdeaChoices(
        table=given.sheet,
        named={
            header: field_called(said, IdeaField) for header, said in columns_said(given.column)
        },
        include_hidden=given.include_hidden,
        include_archived=given.include_archived,
    )
    found = board_importing.preview_ideas(database, session_id, given.file, choices)
    if not found.holds_ideas:
        said = _("{sentence} Say --column HEADER=idea.", sentence=found.notes[0])
        raise UserError(said)
    for line in _told(found):
        print(line)
    if not given.preview:
        found = board_importing.import_ideas(database, session_id, found)
    print(found)
    return int(found.problems > 0)


def _session(database: Database, given: argparse.Namespace) -> int:
    from kdc_desktop.services.sessions import listing

    session_id = given.session
    if session_id is None:
        known = listing.sessions(database)
        if len(known) != 1:
            raise UserError(_("Say into which session: --session ID."))
        session_id = known[0].id
    listing.session(database, session_id)
    return int(session_id)


def _told(found: IdeasPreview) -> list[str]:
    """The tool, what each column holds, what is not taken, and the rows that do not come in."""
    lines = []
    if len(found.tables) > 1:
        names = listed(found.tables)
        lines.append(_("table: {name} (of {names})", name=found.table, names=names))
    if found.plan.tool:
        lines.append(_("export of: {tool}", tool=found.plan.tool))
    for at, held in sorted(found.plan.columns.items()):
        lines.append(_("column {column}: {field}", column=found.headers[at], field=held.value))
    if found.unused:
        lines.append(_("not taken: {columns}", columns=listed(found.unused)))
    lines.extend(found.notes)
    for row in found.rows:
        if row.why and row.state in (Incoming.PROBLEM, Incoming.CHANGED, Incoming.NEW):
            number = str(row.number)
            lines.append(_("row {number}: {sentence}", number=number, sentence=row.why))
    return [*lines, *_left_out(found)]


def _left_out(found: IdeasPreview) -> list[str]:
    out = [row for row in found.rows if row.state is Incoming.LEFT_OUT]
    archived = [row for row in out if row.aside is SetAside.ARCHIVED]
    hidden = [row for row in out if row.aside is SetAside.HIDDEN]
    lines = [_("row {number}: {sentence}", number=str(row.number), sentence=row.why) for row in out]
    if archived:
        lines.append(
            ngettext(
                "{count} archived row left out; --include-archived takes it in.",
                "{count} archived rows left out; --include-archived takes them in.",
                len(archived),
            )
        )
    if hidden:
        lines.append(
            ngettext(
                "{count} hidden row left out; --include-hidden takes it in.",
                "{count} hidden rows left out; --include-hidden takes them in.",
                len(hidden),
            )
        )
    return lines
