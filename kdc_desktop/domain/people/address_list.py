"""Reads the people of a list of addresses, as mail programs write it and as people type it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.domain.people.greeting import in_speaking_order

_LINE = re.compile(
    r"^\s*(?:to|cc|bcc|from|an|kopie|vastaanottaja|kopio|till|kopia|til|aan|à|para)\s*:", re.I
)
_POINT = re.compile(r"^\s*(?:[-–—*•‣·]|\d+[.)])\s+(?=\S)")
_PART = r"[^\s<>()\[\]@;,\"“”]{1,200}"
_TOKEN = re.compile(
    rf"(?P<mailed>[<(\[]\s*(?:mailto:)?{_PART}@{_PART}\s*[>)\]])"
    r"|(?P<quoted>\"(?:[^\"\\<>@]|\\.){1,120}\"|“[^”<>@]{1,120}”|'[^'<>@]{1,120}'(?=\s*[<(\[]))"
    r"|(?P<comma>,)|(?P<end>;)|(?P<words>[^\s;,<>()\[\]\"“”]+|[<>()\[\]\"“”])"
)
_AROUND = " \t,;:-–—|"
_LONGEST, _LONGEST_CELL, _LONGEST_NAME, _MOST_WORDS = 2_000_000, 400, 120, 6
_NEARLY_ALL = 0.6


@dataclass(frozen=True)
class Addressed:
    """Somebody in such a list; "" for what it does not say. `more` is what else stands there."""

    name: str
    email: str = ""
    organisation: str = ""
    more: str = ""


class _Item(NamedTuple):
    kind: str
    text: str = ""


_COMMA = _Item("comma")


class _NoListError(Exception):
    """Something in the text is not as in a list of addresses."""


def people_addressed(text: str) -> list[Addressed] | None:
    """Everybody in such a list, in its order; None where the text is none.

    All of the text has to read so, and nearly all have to have an address. Whoever has an address
    only has no name, and whoever has a name only has no address.
    """
    if "@" not in text[:20_000] or len(text) > _LONGEST:
        return None
    lines = [re.sub(r"(?<=[;,])\t", " ", line).strip() for line in text.splitlines()]
    if any("\t" in line for line in lines):
        return None  # cells of a sheet
    try:
        found = _List(lines)
        people = found.people()
    except _NoListError:
        return None
    if not found.marked and (len(people) < 2 or _is_of_cells(lines, people)):
        return None
    mailed = sum(bool(one.email) for one in people)
    short = all(len(one.name) <= _LONGEST_NAME for one in people)
    return people if short and mailed and mailed >= _NEARLY_ALL * len(people) else None


def addressed_alone(text: str) -> Addressed | None:
    """The one person of a cell such as “Aino Laine <…>”; None where none or several are in it."""
    try:
        people = _List([text]).people() if "@" in text and len(text) <= _LONGEST_CELL else []
    except _NoListError:
        return None
    return people[0] if len(people) == 1 and people[0].email else None


class _List:
    """The lines of a list. Where no address is `marked`, as in “<…>”, a line has to be a name and
    its address, or one of them."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.marked = False
        self._lines = [self._items(_POINT.sub("", _LINE.sub("", line))) for line in lines]
        self._commas_part = any(map(_has_comma_behind_address, self._lines))

    def people(self) -> list[Addressed]:
        """Everybody."""
        people = [one for line in self._lines for one in self._of_line(line)]
        return _paired(people) or people

    def _items(self, line: str) -> list[_Item]:
        items: list[_Item] = []
        begin: int | None = None
        for found in _TOKEN.finditer(line):
            kind, said = str(found.lastgroup), found[0]
            address = _address(said) if kind in ("mailed", "words") else ""
            if not address and kind in ("words", "quoted", "mailed"):
                begin = found.start() if begin is None else begin
                continue
            if begin is not None:
                items.append(_Item("name", _plain(line[begin : found.start()])))
                begin = None
            self.marked |= kind == "mailed"
            items.append(_Item("address", address) if address else _Item(kind))
            if kind == "comma" and _joins_cells(line, found.start()):
                raise _NoListError
        if begin is not None:
            items.append(_Item("name", _plain(line[begin:])))
        return [item for item in items if item.kind != "name" or item.text]

    def _of_line(self, items: Sequence[_Item]) -> Iterator[Addressed]:
        if not self.marked and sum(item.kind == "address" for item in items) == 1:
            items = [_COMMA if item.kind == "end" else item for item in items]
        for segment in _parted(items, "end"):
            waiting: list[str] = []
            for part in _parted(segment, "comma"):
                first, *others = _of_part(part)
                if not first.email:
                    waiting.append(first.name)
                    continue
                yield from self._after(waiting, first)
                yield from others
                waiting = []
            yield from self._without_address(waiting)

    def _after(self, waiting: Sequence[str], first: Addressed) -> Iterator[Addressed]:
        """Who has an address, behind names that are theirs or others'."""
        names = [*waiting, first.name] if first.name else [*waiting]
        if not self.marked and (len(names) > 1 or first.more or _is_sentence(names)):
            raise _NoListError
        if self._commas_part and len(names) > 1:
            *others, name = _apart(names)
            yield from map(Addressed, others)
            yield replace(first, name=name)
        elif first.name or len(waiting) < 2 or _is_turned(names):
            yield replace(first, name=_whole(names))
        elif len(waiting) == 2:
            yield replace(first, name=waiting[0], organisation=waiting[1])
        else:
            raise _NoListError

    def _without_address(self, waiting: Sequence[str]) -> Iterator[Addressed]:
        if len(waiting) > 1 and not self.marked:
            raise _NoListError
        if self._commas_part:
            yield from map(Addressed, _apart(waiting))
            return
        if len(waiting) == 2 and not _is_turned(waiting):
            yield Addressed(waiting[0], organisation=waiting[1])
        elif waiting:
            yield Addressed(_whole(waiting))


def _is_of_cells(lines: Sequence[str], people: Sequence[Addressed]) -> bool:
    """Whether every line is cut into as many cells, one of them a name."""
    widths = [{line.count(sign) for line in lines if line} for sign in ",;"]
    cut = any(len(width) == 1 and 0 not in width for width in widths)
    return cut and sum(map(bool, lines)) > 1 and any(one.name for one in people)


def _has_comma_behind_address(items: Sequence[_Item]) -> bool:
    kinds = [item.kind for item in items]
    return any(pair == ("address", "comma") for pair in pairwise(kinds[:-1]))


def _joins_cells(line: str, comma: int) -> bool:
    """Whether words stand on both sides of a comma without a blank, as in the cells of a sheet."""
    before, after = line[max(0, comma - 320) : comma], line[comma + 1 : comma + 2]
    if not before or not (before[-1].isalnum() or before[-1] == '"'):
        return False
    return (after.isalnum() or after == '"') and "@" not in re.split(r"[\s;,]", before)[-1]


def _parted(items: Sequence[_Item], kind: str) -> Iterator[list[_Item]]:
    part: list[_Item] = []
    for item in items:
        if item.kind != kind:
            part.append(item)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _of_part(items: Sequence[_Item]) -> list[Addressed]:
    """“Aino Laine <…>”, “… (Aino Laine)”, or several with nothing but blanks between."""
    found: list[Addressed] = []
    name = ""
    for item in items:
        if item.kind != "address":
            name = item.text
        elif name or not found or found[-1].name or found[-1].email != item.text:
            found.append(Addressed(name, item.text))
            name = ""
    if not found:
        return [Addressed(name)]
    if name and len(found) == 1 and not found[0].name:
        return [replace(found[0], name=name.removeprefix("(").removesuffix(")"))]
    return [*found[:-1], replace(found[-1], more=name)]


def _apart(parts: Sequence[str]) -> list[str]:
    """The names between commas: “Laine, Aino” is one, “Aino Laine, Liisa Oja” are two."""
    names: list[str] = []
    left = [*parts]
    while left:
        name = left.pop()
        if left and (" " not in name or " " not in left[-1]):
            name = _whole((left.pop(), name))
        names.insert(0, name)
    return names


def _is_turned(parts: Sequence[str]) -> bool:
    """Whether they are last and first name."""
    whole = _whole(parts)
    return len(parts) == 2 and in_speaking_order(whole) != whole


def _whole(parts: Iterable[str]) -> str:
    """“Laine, Aino”."""
    return ", ".join(parts)  # untranslated: a name


def _paired(people: Sequence[Addressed]) -> list[Addressed] | None:
    """Where a name and an address take turns, they belong together."""
    pairs = list(zip(people[::2], people[1::2], strict=False))
    if len(people) < 4 or len(people) % 2:
        return None
    for name, email in (0, 1), (1, 0):
        if all(_is_only(pair[name], "name") and _is_only(pair[email], "email") for pair in pairs):
            return [replace(pair[name], email=pair[email].email) for pair in pairs]
    return None


def _is_only(one: Addressed, what: str) -> bool:
    return replace(one, **{what: ""}) == Addressed("") and bool(getattr(one, what))


def _is_sentence(names: Sequence[str]) -> bool:
    return any(len(name.split()) > _MOST_WORDS for name in names)


def _address(said: str) -> str:
    said = said.strip("<>()[]\"'“” \t").removeprefix("mailto:").rstrip(".:")
    local, sign, domain = said.partition("@")
    return said if local and sign and domain and "@" not in domain else ""


def _plain(name: str) -> str:
    name = re.sub(r"(?<!\\)[\"“”]", "", name.strip(_AROUND)).replace('\\"', '"')
    return on_one_line(name).strip("'").strip(_AROUND)
