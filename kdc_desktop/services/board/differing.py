"""What a row of a list says otherwise than the idea that it is, and what of that counts."""

from collections.abc import Iterator, Mapping

from kdc_desktop.domain.board.details import joined_details, where_they_differ
from kdc_desktop.domain.board.idea_fields import IdeaField
from kdc_desktop.domain.board.tags import BETWEEN, fitting_tags, joined_tags, tags_beside
from kdc_desktop.domain.kit.lengths import LINE, PAGE
from kdc_desktop.domain.kit.text import normalise, on_one_line, shortened
from kdc_desktop.i18n import Text, _, decimal_text, lazy
from kdc_desktop.services.board.incoming import CellChange, IncomingRow
from kdc_desktop.services.board.known_ideas import KnownIdea

FIELD_NAMES: Mapping[IdeaField, Text] = {
    IdeaField.IDEA: lazy("Idea"),
    IdeaField.DETAILS: lazy("Details"),
    IdeaField.AUTHOR: lazy("Author"),
    IdeaField.EMAIL: lazy("E-mail of the author"),
    IdeaField.ORGANISATION: lazy("Organisation"),
    IdeaField.SECTOR: lazy("Sector"),
    IdeaField.CLUSTER: lazy("Cluster"),
    IdeaField.TAGS: lazy("Tags"),
    IdeaField.VOTES: lazy("Votes elsewhere"),
    IdeaField.MINUTES: lazy("Minutes a day"),
    IdeaField.LINK: lazy("Link"),
    IdeaField.NOTE: lazy("Details, with the name of the column"),
    IdeaField.STATUS: lazy("Archived or not"),
    IdeaField.ID: lazy("Id"),
    IdeaField.WRITTEN: lazy("Written"),
}
"""What each field is called."""

_SHOWN = 40


def overwriting(row: IncomingRow, idea: KnownIdea) -> Iterator[CellChange]:
    """What a row of our own workbook changes; where it says nothing, that erases nothing."""
    cells = [
        (IdeaField.IDEA, idea.text, row.text),
        (IdeaField.DETAILS, idea.details, row.details),
        (IdeaField.TAGS, idea.tags, _tags(row, idea)),
        (IdeaField.MINUTES, minutes_told(idea.minutes), minutes_told(row.minutes)),
        (IdeaField.LINK, idea.link, row.link),
        (IdeaField.AUTHOR, idea.author, row.author),
    ]
    if _lies_by_itself(idea):
        cells.append((IdeaField.CLUSTER, idea.cluster or "", row.cluster))
    for field, was, becomes in cells:
        if becomes and on_one_line(becomes) != on_one_line(was):
            yield CellChange(field, was, becomes)


def adding(row: IncomingRow, idea: KnownIdea) -> Iterator[CellChange]:
    """What a row of another list adds to an idea that it knows by its words alone: it fills what
    is empty, and its details and tags come behind those that are there."""
    cells = [
        (IdeaField.DETAILS, idea.details, joined_details(idea.details, row.details, PAGE)),
        (IdeaField.TAGS, idea.tags, _tags(row, idea)),
    ]
    cells += [(field, was, said) for field, was, said in _either(row, idea) if not was]
    for field, was, becomes in cells:
        if becomes and on_one_line(becomes) != on_one_line(was):
            yield CellChange(field, was, becomes)


def staying(row: IncomingRow, idea: KnownIdea) -> Iterator[CellChange]:
    """What such a row says otherwise without changing it."""
    for field, was, said in _either(row, idea):
        if was and said and normalise(was) != normalise(said):
            yield CellChange(field, was, was)


def _either(row: IncomingRow, idea: KnownIdea) -> Iterator[tuple[IdeaField, str, str]]:
    """Fields in which there is room for one of both: what is there, and what the row says."""
    yield IdeaField.MINUTES, minutes_told(idea.minutes), minutes_told(row.minutes)
    yield IdeaField.LINK, idea.link, row.link
    same = row.author_id is not None and row.author_id == idea.author_id
    yield IdeaField.AUTHOR, idea.author, idea.author if same else row.author
    if idea.author_id is None:  # else it is that of the author
        yield IdeaField.SECTOR, idea.sector or "", row.sector or ""
    if _lies_by_itself(idea):
        yield IdeaField.CLUSTER, idea.cluster or "", row.cluster


def _lies_by_itself(idea: KnownIdea) -> bool:
    return idea.parent_id is None and idea.trashed_at is None


def _tags(row: IncomingRow, idea: KnownIdea) -> str:
    return fitting_tags(joined_tags(idea.tags, row.tags), LINE) if row.tags else ""


def minutes_told(minutes: float | None) -> str:
    """Minutes as a field of a sheet has them."""
    return "" if minutes is None else decimal_text(minutes, 2, trimmed=True)


def change_told(change: CellChange) -> str:
    """A change in a sentence, which names what is new or different."""
    named, was, becomes = str(FIELD_NAMES[change.field]), change.was, change.becomes
    if not was:
        text = shortened(becomes, _SHOWN)
        return _("{field} is new: “{text}”.", field=named, text=text)
    if was == becomes:
        return _("{field}: “{text}” stays.", field=named, text=shortened(was, _SHOWN))
    if change.field is IdeaField.TAGS:
        was = BETWEEN.join(tags_beside(change.was, change.becomes))
        becomes = BETWEEN.join(tags_beside(change.becomes, change.was))
        if not was:
            return _("Tags are added: “{text}”.", text=shortened(becomes, _SHOWN))
    if change.field is IdeaField.DETAILS and becomes.startswith(was):
        more = shortened(becomes[len(was) :], _SHOWN)
        return _("Details are added: “{text}”.", text=more)
    before, after = where_they_differ(was, becomes, _SHOWN)
    return _("{field}: “{before}” becomes “{after}”.", field=named, before=before, after=after)
