"""One author who tells the same idea several times in one list, as who answers a form again does:
it is one idea, with what was said of it each time."""

from collections.abc import Sequence
from dataclasses import replace

from kdc_desktop.domain.board.idea_fields import SetAside
from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.domain.board.tags import joined_tags
from kdc_desktop.domain.kit.lengths import LINE, PAGE
from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.i18n import _
from kdc_desktop.services.board.incoming import IncomingRow

_BETWEEN_DETAILS = "\n\n"  # as of two columns of one row


def with_one_of_each(rows: Sequence[IncomingRow]) -> list[IncomingRow]:
    """The rows, the later ones of an idea left out and what they add said by the first of it.

    They stay apart where not all of it has room in one, and in a workbook of ours, where each has
    its number.
    """
    found: list[IncomingRow] = []
    first: dict[tuple[str, int | str], int] = {}
    for row in rows:
        author = row.author_id or normalise(row.author)
        if row.state is not Incoming.NEW or row.told_id is not None or not author:
            found.append(row)
            continue
        at = first.setdefault((normalise(row.text), author), len(found))
        both = None if at == len(found) else _together(found[at], row)
        if both is None:
            found.append(row)
        else:
            found[at] = both
            found.append(_left_out(row, both))
    return found


def _together(one: IncomingRow, again: IncomingRow) -> IncomingRow | None:
    """What both say; None where they say two things of which an idea has one."""
    said = {
        name: {getattr(row, name) for row in (one, again)} - {"", None}
        for name in ("cluster", "minutes", "link", "organisation", "sector")
    }
    parts = (part for row in (one, again) for part in row.details.split(_BETWEEN_DETAILS))
    details = _BETWEEN_DETAILS.join(dict.fromkeys(filter(None, parts)))
    tags = joined_tags(one.tags, again.tags)
    fits = len(details) <= PAGE and len(tags) <= LINE
    if not fits or any(len(values) > 1 for values in said.values()):
        return None
    alone = {name: values.pop() for name, values in said.items() if values}
    return replace(one, details=details, tags=tags, **alone)


def _left_out(row: IncomingRow, first: IncomingRow) -> IncomingRow:
    why = _(
        "{name} tells the same idea in row {row}: it is one, with the details of both.",
        name=row.author,
        row=str(first.number),
    )
    return replace(row, state=Incoming.LEFT_OUT, why=why, aside=SetAside.SAID_AGAIN)
