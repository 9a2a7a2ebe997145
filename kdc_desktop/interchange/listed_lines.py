"""Reads the lines of a list that people wrote: its title, its headings, points below points."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kdc_desktop.domain.board.idea_fields import SetAside
from kdc_desktop.domain.board.no_answers import says_nothing
from kdc_desktop.i18n import _, listed_first, ngettext, quoted
from kdc_desktop.interchange.board_in import rows_told
from kdc_desktop.interchange.board_rows import IncomingIdea
from kdc_desktop.interchange.no_entries import totals
from kdc_desktop.interchange.points import taken_off

_SHOWN = 3  # headings that a note names
_THEME_WORDS = 4
_TAB = 4


@dataclass(frozen=True)
class ListedLine:
    """A line of a list: `indent` tells how far to the right it begins, `number` which it is.

    `mark` is "-" where a bullet stood in front of it, "a" or "1" where a letter or number did.
    """

    text: str
    number: int
    indent: int = 0
    mark: str = ""

    @property
    def marked(self) -> bool:
        """Whether it is a point of the list."""
        return bool(self.mark)


def lines_of(text: str) -> list[ListedLine]:
    """The lines with something in them."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            begins = line.expandtabs(_TAB)
            found.append(ListedLine(line.strip(), number, len(begins) - len(begins.lstrip())))
    return found


def ideas_listed(lines: Sequence[ListedLine]) -> tuple[list[IncomingIdea], list[str]]:
    """The ideas of a list, and what is said of the other lines.

    A line above the points is their title; one that ends with a colon, or begins with “#”, is what
    those below it belong to. Points below a point explain it, unless each point has some and is
    short: then those are the ideas, and it is what they belong to. A line that goes on in lower
    case below a point is part of it.
    """
    texts, marks = taken_off([line.text for line in lines])
    read = [
        replace(line, text=text.strip(), mark=mark or ("-" if says_nothing(text) else ""))
        for line, text, mark in zip(lines, texts, marks, strict=True)
        if text.strip()
    ]
    notes = []
    if not {"1", "a"}.isdisjoint(marks):
        notes.append(_("Bullets and numbers in front were taken off."))
    elif any(marks):
        notes.append(_("Bullets in front were taken off."))
    read, said = _without_totals(read)
    if sum(line.marked for line in read) < 2:
        return [idea_of(line) for line in read], [*notes, *said]
    ideas, told = _structured(read)
    return ideas, [*told, *notes, *said]


def idea_of(line: ListedLine, cluster: str = "") -> IncomingIdea:
    """The idea of a line, set aside where it says nothing."""
    aside = SetAside.NO_ANSWER if says_nothing(line.text) else None
    return IncomingIdea(line.text, number=line.number, cluster=cluster, aside=aside)


def _without_totals(lines: Sequence[ListedLine]) -> tuple[list[ListedLine], list[str]]:
    """The lines but for one that counts the others: “Total: 4”."""
    counted = [
        at
        for at in totals([[line.text] for line in lines])
        if any(map(str.isdigit, lines[at].text))
    ]
    said = [_("“{line}” counts the others and is none.", line=lines[at].text) for at in counted]
    return [line for at, line in enumerate(lines) if at not in counted], said


def _structured(lines: Sequence[ListedLine]) -> tuple[list[IncomingIdea], list[str]]:
    """The ideas of lines of which some are points."""
    lines, onward = _joined(lines)
    heads = {at for at in range(len(lines)) if _is_heading(lines, at)}
    themes = {at for at in heads if _is_theme(lines, at)}
    if len(heads) == 1 and 0 in heads:
        themes = set()  # it is what the whole list is about
    ideas, notes = _below(lines, heads, themes)
    title = next((lines[at].text for at in sorted(heads - themes)), "")
    told = []
    if title:
        told.append(_("“{line}” stands above the ideas and is none.", line=title))
    if themes:
        told.append(_clustered([_bare(lines[at].text) for at in sorted(themes)]))
    return ideas, [*told, *notes, *onward]


def _joined(lines: Sequence[ListedLine]) -> tuple[list[ListedLine], list[str]]:
    """The lines, and what is said of those that go on below a point and so belong to it."""
    joined: list[ListedLine] = []
    onward = []
    for line in lines:
        if joined and _goes_on(line, joined[-1]):
            whole = " ".join((joined[-1].text, line.text))  # untranslated: as it was written
            joined[-1] = replace(joined[-1], text=whole)
            onward.append(line.number)
        else:
            joined.append(line)
    if not onward:
        return joined, []
    said = ngettext(
        "{count} line goes on in lower case and belongs to the point above it: row {rows}.",
        "{count} lines go on in lower case and belong to the point above them: rows {rows}.",
        len(onward),
        rows=rows_told(onward),
    )
    return joined, [said]


def _goes_on(line: ListedLine, above: ListedLine) -> bool:
    """Whether it stands below a point, to the right of its mark, and begins no sentence."""
    first = next(filter(str.isalnum, line.text), "")
    below = above.marked and not line.marked and line.indent > above.indent
    return below and first.islower()


def _is_heading(lines: Sequence[ListedLine], at: int) -> bool:
    """Whether a line without a mark stands right above points, or above such a line."""
    line = lines[at]
    if line.marked or at + 1 == len(lines):
        return False
    if at == 0 and lines[1].marked and all(one.marked or _speaks(one) for one in lines[1:]):
        return True
    above = lines[at + 1].marked or (at == 0 and _speaks(lines[1]))
    return _speaks(line) and above


def _speaks(line: ListedLine) -> bool:
    return not line.marked and (line.text.endswith(":") or line.text.startswith("#"))


def _is_theme(lines: Sequence[ListedLine], at: int) -> bool:
    return _speaks(lines[at]) and lines[at + 1].marked


def _bare(text: str) -> str:
    return text.strip("# ").removesuffix(":").strip()


def _below(
    lines: Sequence[ListedLine], heads: set[int], themes: set[int]
) -> tuple[list[IncomingIdea], list[str]]:
    """The ideas among the lines, each with what is below it."""
    points = [line for at, line in enumerate(lines) if at not in heads]
    top = min(line.indent for line in points)
    inner = {line.number for line in points if line.mark in ("-", "a") and line.indent > top + 1}
    over = _with_some_below(points, inner)
    outer = [line for line in points if line.number not in inner]
    grouped = len(over) > 1 and len(over) == len(outer) and all(map(_is_short, outer))
    ideas: list[IncomingIdea] = []
    cluster = ""
    for at, line in enumerate(lines):
        if at in heads:
            cluster = _bare(line.text) if at in themes else ""
        elif grouped and line.number in over:
            cluster = _bare(line.text)
        elif line.number in inner and not grouped and ideas:
            details = "\n".join(filter(None, (ideas[-1].details, f"• {line.text}")))
            ideas[-1] = replace(ideas[-1], details=details)
        else:
            ideas.append(idea_of(line, cluster))
    if grouped:
        return ideas, [_clustered([_bare(line.text) for line in outer])]
    said = [_("Points below a point went into its details.")] if inner else []
    return ideas, said


def _with_some_below(points: Sequence[ListedLine], inner: set[int]) -> set[int]:
    """The points that have others below them."""
    over: set[int] = set()
    last = 0
    for line in points:
        if line.number not in inner:
            last = line.number
        elif last:
            over.add(last)
    return over


def _is_short(line: ListedLine) -> bool:
    return len(line.text.split()) <= _THEME_WORDS


def _clustered(names: Sequence[str]) -> str:
    return ngettext(
        "{names} stands above ideas, which come into a cluster of this name.",
        "{names} stand above ideas, which come into clusters of these names.",
        len(names),
        names=listed_first([*map(quoted, names)], _SHOWN),
    )
