"""Reads .vcf files, vCard 2.1 to 4.0, as rows with the same headers whatever the version.

This is our own because vobject, the library for it, gives up at the first line that it does not
understand (a soft break of vCard 2.1, a line that an address book broke) and knows no 4.0.
"""

import io
import quopri
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kdc_desktop.i18n import _, listed_first, ngettext
from kdc_desktop.interchange.cells import in_one_cell
from kdc_desktop.interchange.csv_in import decode
from kdc_desktop.interchange.format_words import CARD_HEADERS, READ_KEYS, TECHNICAL_KEYS
from kdc_desktop.interchange.grids import CellGrid, refuse_too_much
from kdc_desktop.interchange.sheet_guard import Limits

_GROUPS = ("group", "org", "location", "application", "device")
_APPLE_KIND = "X-ADDRESSBOOKSERVER-KIND"
_LONGEST_HEAD = 1_000
_NAMED = 12  # of what is not read
_SPLIT = re.compile(r"(?<!\\);")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True)
class _Field:
    """One line of a card: its value, how much it is preferred (less is more), its parameters."""

    value: str
    rank: int
    structured: tuple[str, ...]


_Card = Mapping[str, list[_Field]]


def is_vcard(data: bytes) -> bool:
    """Whether this is a file of cards."""
    return decode(data[:200]).lstrip("\ufeff \t\r\n")[:11].upper() == "BEGIN:VCARD"


def vcard_grid(data: bytes, name: str, limits: Limits) -> CellGrid:
    """The people of the file, numbered as the cards in it; `name` is for a UserError's sentence."""
    rows, notes, groups, more = [], [], 0, set[str]()
    for card in _cards(data):
        kinds = {field.value.casefold() for field in card["KIND"] + card[_APPLE_KIND]}
        company = any(field.value == "COMPANY" for field in card["X-ABSHOWAS"])
        if company or kinds.intersection(_GROUPS):
            groups += 1
            rows.append([""] * len(CARD_HEADERS))
            continue
        rows.append(_row(card))
        more.update(
            key for key in card if key not in READ_KEYS | TECHNICAL_KEYS and key[:2] != "X-"
        )
        if len(rows) > limits.rows:
            refuse_too_much(name, len(rows), len(CARD_HEADERS), limits)
    if groups:
        told = ngettext(
            "{count} card is of an organisation or a group, not of a person, and was left out.",
            "{count} cards are of organisations or groups, not of people, and were left out.",
            groups,
        )
        notes.append(told)
    if more:
        names = listed_first(sorted(more), _NAMED)
        notes.append(_("The cards hold more that is not read: {names}.", names=names))
    width = len(CARD_HEADERS) if any(row[-1] or row[-2] for row in rows) else len(CARD_HEADERS) - 2
    return CellGrid([row[:width] for row in rows], headers=CARD_HEADERS[:width], notes=tuple(notes))


def _row(card: _Card) -> list[str]:
    family, given, middle = (*_structured(card, "N"), "", "", "")[:3]
    names = [field.value for field in card["FN"] if field.value]
    whole = names[0] if names else in_one_cell((given, middle, family), " ")
    mails = [field.value.removeprefix("mailto:") for field in _best_first(card["EMAIL"])]
    phones = [_number(field.value) for field in _best_first(card["TEL"])]
    organisation, *units = (*_structured(card, "ORG"), "")
    titles = [field.value for field in (*_best_first(card["TITLE"]), *card["ROLE"])]
    notes = [field.value for field in card["NOTE"]] + titles[1:]
    tags = [field.value for field in card["CATEGORIES"]]
    return [
        whole,
        given,
        family,
        next(iter(mails), ""),
        next(iter(phones), ""),
        organisation,
        in_one_cell(units),
        next(iter(titles), ""),
        in_one_cell(tag for several in tags for tag in several.split(",")),
        in_one_cell(notes, "\n"),
        in_one_cell(mails[1:]),
        in_one_cell(phones[1:]),
    ]


def _structured(card: _Card, key: str) -> tuple[str, ...]:
    return card[key][0].structured if card[key] else ()


def _best_first(fields: list[_Field]) -> list[_Field]:
    return sorted((field for field in fields if field.value), key=lambda field: field.rank)


def _number(value: str) -> str:
    return value.removeprefix("tel:").partition(";")[0]


def _cards(data: bytes) -> Iterator[_Card]:
    """The cards; what stands in a card within a card (an assistant's) is passed over."""
    card: dict[str, list[_Field]] | None = None
    inner, agent = 0, False
    for line in _lines(data):
        key, parameters, value = _parts(line)
        if key == "BEGIN" and value.strip().upper() == b"VCARD":
            if card is not None and agent:
                inner += 1
                continue
            if card is not None:  # nobody ended it
                yield card
            card, inner = defaultdict(list), 0
        elif key == "END" and inner:
            inner -= 1
        elif key == "END" and card is not None:
            yield card
            card = None
        elif card is not None and key and not inner:
            card[key].append(_field(key, parameters, value))
        agent = key == "AGENT"
    if card is not None:
        yield card


def _lines(data: bytes) -> Iterator[bytes]:
    """Whole lines: folded ones and soft breaks of quoted-printable ones are put together."""
    if b"\0" in data[:400]:
        data = decode(data).encode()
    kept: list[bytes] = []
    soft = False
    for ended in io.BytesIO(data.removeprefix(b"\xef\xbb\xbf")):
        line = ended.rstrip(b"\r\n")
        if soft or (kept and line[:1] in (b" ", b"\t")):
            kept.append(line if soft else line[1:])
        else:
            if kept:
                yield b"".join(kept)
            kept = [line]
        printable = b"QUOTED-PRINTABLE" in kept[0][:_LONGEST_HEAD].upper()
        soft = printable and kept[-1].endswith(b"=")
        if soft:
            kept[-1] = kept[-1][:-1]
    if kept:
        yield b"".join(kept)


def _parts(line: bytes) -> tuple[str, dict[str, str], bytes]:
    """The key, its parameters and the value of a line; no key where it is none."""
    head, quoted = line[:_LONGEST_HEAD], False
    if b":" not in head:
        return "", {}, b""
    for at, letter in enumerate(head):
        quoted ^= letter == ord('"')
        if letter == ord(":") and not quoted:
            key, *given = head[:at].decode("ascii", "replace").upper().split(";")
            parameters: dict[str, str] = defaultdict(str)
            for one in given:
                name, equals, word = one.partition("=")
                if not equals:  # vCard 2.1 says CELL, not TYPE=CELL
                    name, word = "TYPE", name
                parameters[name] += "," + word.strip('"')
            return key.rpartition(".")[2].strip(), parameters, line[at + 1 :]
    return "", {}, b""


def _field(key: str, parameters: Mapping[str, str], value: bytes) -> _Field:
    if key in TECHNICAL_KEYS:
        return _Field("", 0, ())
    said = parameters.get("CHARSET", "").strip(",")
    if "QUOTED-PRINTABLE" in parameters.get("ENCODING", "") + parameters.get("TYPE", ""):
        value = quopri.decodestring(value)
    text = _decoded(value, said)
    kinds = parameters.get("TYPE", "").split(",")
    order = parameters.get("PREF", "").strip(",")
    rank = int(order) if order.isdecimal() else 1 if "PREF" in kinds else 500
    parts = tuple(map(_unescaped, _SPLIT.split(text)))
    return _Field(_unescaped(text), rank + (1_000 if "FAX" in kinds else 0), parts)


def _decoded(value: bytes, charset: str) -> str:
    for encoding in (charset or "utf-8", "utf-8"):
        try:
            return value.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return value.decode("cp1252", "replace")


def _unescaped(text: str) -> str:
    plain = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
    return plain.strip()
