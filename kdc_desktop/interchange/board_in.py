"""Reads ideas from a sheet: which column is the text, who wrote it, where it belongs."""

import re
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.interchange.tables import SheetTable, read_tables

_KNOWN = {
    "text": r"comment-body|ideas?( text)?|your ideas?|texts?|comments?"  # untranslated: recognised
    r"|proposals?|suggestions?|notes?|ideat?|idean teksti|ehdotu(s|kset)|teksti|kommentti"
    r"|idé(er)?|förslag|kommentar(er)?",
    "author": r"authors?( name)?|author-id|by|(participant|person)( name)?|(full )?names?|writer"
    r"|nimi|tekijä|kirjoittaja|ehdottaja|namn|författare",
    "organisation": r"organi[sz]ations?( name)?|company|employer|affiliation|organisaatio|yritys"
    r"|organisation|företag",
    "sector": r"sectors?|stakeholder (group|type)|group|sektori|ryhmä|sektor",
    "cluster": r"clusters?|themes?|topics?|categor(y|ies)|ryhmittely|teema|aihe|kategoria"
    r"|tema|ämne",
}
_TITLE = r"title|headline|otsikko|rubrik"
_WANTED_LENGTH = 8  # characters: a column of shorter texts holds codes, not ideas


@dataclass(frozen=True)
class IncomingIdea:
    """One idea of a sheet; what the sheet does not say is empty. Line breaks inside are kept."""

    text: str
    author: str = ""
    organisation: str = ""
    sector: str = ""
    cluster: str = ""


@dataclass(frozen=True)
class IdeasSheet:
    """The ideas of a sheet in its order.

    `columns` are its headers, `mapping` says which of them (by place) each field was read from,
    `notes` are sentences for the preview: what was found, left out, or worth a look.
    """

    columns: tuple[str, ...]
    mapping: dict[str, int]
    rows: tuple[IncomingIdea, ...]
    notes: tuple[str, ...] = ()


def read_ideas(
    path: Path | str, mapping: Mapping[str, int] | None = None, sheet: str | None = None
) -> IdeasSheet:
    """The ideas of a .csv, .xlsx, .xls or .ods file.

    `mapping` (field → place of the column) replaces the guess. Rows without a text
    are left out. Ideas that a Polis conversation moderated out are read too, and a note says how
    many, because a facilitator should see everything that was said. Raises UserError.
    """
    file = read_tables(path)
    found = file.called(sheet) if sheet is not None else file.tables[0]
    chosen = dict(mapping) if mapping is not None else guess_idea_columns(found.headers, found.rows)
    if "text" not in chosen:
        raise UserError(
            _(
                "No column of “{file}” looks like ideas. Choose the column that holds them.",
                file=Path(path).name,
            )
        )
    if any(not 0 <= place < len(found.headers) for place in chosen.values()):
        raise UserError(_("The sheet has fewer columns than before. Choose the columns again."))
    ideas = [_idea(row, chosen) for row in found.rows]
    kept = tuple(idea for idea in ideas if idea.text)
    notes = (*found.notes, *_notes(found, len(ideas) - len(kept)))
    return IdeasSheet(found.headers, chosen, kept, notes)


def names_ideas(heading: str) -> bool:
    """Whether this is what stands above ideas, such as “Ideas:”."""
    return bool(_matching(_KNOWN["text"], [heading]))


def ideas_under(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> IdeasSheet | None:
    """The ideas of these rows where a heading names the column that holds them; None else."""
    if not _matching(_KNOWN["text"], headers):
        return None
    chosen = guess_idea_columns(headers, rows)
    kept = tuple(idea for idea in (_idea(row, chosen) for row in rows) if idea.text)
    return IdeasSheet(tuple(headers), chosen, kept)


def text_column(rows: Sequence[Sequence[str]]) -> int:
    """The place of the first column whose texts are long enough for ideas; else of the first."""
    places = range(len(rows[0]))
    return next((at for at in places if _average(at, rows) >= _WANTED_LENGTH), 0)


def guess_idea_columns(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """Which column holds which field; without a telling name the longest texts are the ideas."""
    mapping: dict[str, int] = {}
    for field, pattern in _KNOWN.items():
        places = [p for p in _matching(pattern, headers) if p not in mapping.values()]
        if places:
            mapping[field] = _fullest(places, rows) if field == "text" else places[0]
    if "text" not in mapping:
        free = [place for place in range(len(headers)) if place not in mapping.values()]
        longest = max(free, key=lambda place: _average(place, rows), default=None)
        if longest is not None and _average(longest, rows) >= _WANTED_LENGTH:
            mapping["text"] = longest
        elif titles := _matching(_TITLE, headers):
            mapping["text"] = titles[0]
    return mapping


def _matching(pattern: str, headers: Sequence[str]) -> list[int]:
    compiled = re.compile(pattern, re.IGNORECASE)
    return [
        place
        for place, header in enumerate(headers)
        if compiled.fullmatch(re.sub(r" \(\d+\)$", "", header).strip(" ?:*"))
    ]


def _average(place: int, rows: Sequence[Sequence[str]]) -> float:
    return statistics.fmean(len(row[place]) for row in rows) if rows else 0


def _fullest(places: Sequence[int], rows: Sequence[Sequence[str]]) -> int:
    return max(places, key=lambda place: _average(place, rows))


def _idea(row: Sequence[str], mapping: Mapping[str, int]) -> IncomingIdea:
    return IncomingIdea(**{field: row[place] for field, place in mapping.items()})


def _notes(sheet: SheetTable, without_text: int) -> list[str]:
    notes = []
    if without_text:
        notes.append(
            ngettext(
                "{count} row has no text and will be left out.",
                "{count} rows have no text and will be left out.",
                without_text,
            )
        )
    if "moderated" in sheet.headers and "comment-body" in sheet.headers:
        place = sheet.headers.index("moderated")
        out = sum(row[place] == "-1" for row in sheet.rows)
        if out:
            notes.append(
                ngettext(
                    "{count} idea was moderated out in Polis; it is read like the others.",
                    "{count} ideas were moderated out in Polis; they are read like the others.",
                    out,
                )
            )
    return notes
