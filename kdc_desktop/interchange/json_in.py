"""Reads .json files as tables: lists of flat objects, and the board that Trello exports."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kdc_desktop.interchange.cells import in_one_cell
from kdc_desktop.interchange.format_words import TRELLO_HEADERS
from kdc_desktop.interchange.grids import CellGrid, refuse_too_much
from kdc_desktop.interchange.sheet_guard import Limits, broken, too_much

_DEEPEST = 3  # objects in objects: deeper ones are no tables


def json_grids(text: str, name: str, limits: Limits) -> tuple[CellGrid, ...] | None:
    """The tables of the text; None where it is no JSON. `name` is for a UserError's sentence."""
    begin = text.lstrip()[:1]
    if begin not in ("[", "{"):
        return None
    if text.count("{") + text.count(",") // 20 > 20 * limits.rows:
        raise too_much(name)
    try:
        found = json.loads(text)
        if isinstance(found, dict) and _is_board(found):
            return (_board(found, name, limits),)
        if isinstance(found, dict) and (resources := _dicts(found.get("resources"))):
            return tuple(_resources(resources, name, limits))
        return tuple(_tables(found, "", name, limits, _DEEPEST))
    except RecursionError:
        raise broken(name) from None
    except ValueError:
        if begin == "{" or name.casefold().endswith(".json"):
            raise broken(name) from None
        return None  # a title in brackets


def _tables(found: Any, title: str, name: str, limits: Limits, deep: int) -> Iterator[CellGrid]:
    if isinstance(found, list) and found:
        if all(isinstance(one, dict) for one in found):
            yield _objects(found, title, name, limits)
        elif all(isinstance(one, list) for one in found):
            rows = [[_plain(cell) for cell in one] for one in found]
            width = max(map(len, rows))
            refuse_too_much(name, len(rows), width, limits)
            yield CellGrid(rows, title=title)
        elif not any(isinstance(one, (dict, list)) for one in found):
            refuse_too_much(name, len(found), 1, limits)
            yield CellGrid([[_plain(one)] for one in found], title=title)
    elif isinstance(found, dict) and deep:
        for key, value in found.items():
            yield from _tables(value, key, name, limits, deep - 1)


def _resources(
    resources: Sequence[Mapping[str, Any]], name: str, limits: Limits
) -> Iterator[CellGrid]:
    """The tables of a tabular data package, as a club's own JSON is, by the titles in it."""
    for resource in resources:
        schema = resource.get("schema")
        fields = _dicts(schema.get("fields")) if isinstance(schema, dict) else []
        titles = {str(one.get("name")): str(one.get("title") or one.get("name")) for one in fields}
        rows = [
            {titles.get(key, key): value for key, value in row.items()}
            for row in _dicts(resource.get("data"))
        ]
        if rows:
            title = str(resource.get("title") or resource.get("name") or "")
            yield _objects(rows, title, name, limits)


def _objects(objects: Sequence[Any], title: str, name: str, limits: Limits) -> CellGrid:
    flat = [dict(_flat(one)) for one in objects]
    headers = tuple(dict.fromkeys(key for one in flat for key in one))
    refuse_too_much(name, len(flat), len(headers), limits)
    rows = [[one.get(header, "") for header in headers] for one in flat]
    return CellGrid(rows, headers=headers, title=title)


def _flat(one: Mapping[str, Any], above: str = "", deep: int = 2) -> Iterator[tuple[str, object]]:
    for key, value in one.items():
        called = " ".join(part for part in (above, key) if part)  # untranslated: keys
        if isinstance(value, dict) and deep:
            yield from _flat(value, called, deep - 1)
        else:
            yield called, _plain(value)


def _plain(value: Any) -> object:
    """What a cell would hold: lists in one line, of objects in them their names."""
    if isinstance(value, list):
        return in_one_cell(map(_named, value))
    return _named(value)


def _named(value: Any) -> object:
    if isinstance(value, (dict, list)):
        called = value.get("name") if isinstance(value, dict) else None
        return called if isinstance(called, str) else json.dumps(value, ensure_ascii=False)
    return value


def _is_board(found: Mapping[str, Any]) -> bool:
    cards, lists = found.get("cards"), found.get("lists")
    both = isinstance(cards, list) and isinstance(lists, list)
    return both and all(isinstance(one, dict) for one in [*(cards or ()), *(lists or ())])


def _board(board: Mapping[str, Any], name: str, limits: Limits) -> CellGrid:
    """The cards as Trello's CSV has them; one on an archived list is archived too."""
    lists = {str(one.get("id")): one for one in board["lists"]}
    members = {
        str(one.get("id")): _plain(one.get("fullName")) for one in _dicts(board.get("members"))
    }
    refuse_too_much(name, len(board["cards"]), len(TRELLO_HEADERS), limits)
    rows = []
    for card in board["cards"]:
        where = lists.get(str(card.get("idList")), {})
        badges = card.get("badges") if isinstance(card.get("badges"), dict) else {}
        people = card.get("idMembers") if isinstance(card.get("idMembers"), list) else ()
        row = (
            *(card.get("id"), card.get("name"), card.get("shortUrl") or card.get("url")),
            *(card.get("desc"), in_one_cell(map(_label, _dicts(card.get("labels"))))),
            in_one_cell(members.get(str(one)) for one in people),
            *(card.get("due"), badges.get("votes"), badges.get("comments")),
            *(card.get("dateLastActivity"), card.get("idList"), where.get("name")),
            *(board.get("id"), board.get("name")),
            "true" if card.get("closed") or where.get("closed") else "false",
        )
        rows.append([_plain(cell) for cell in row])
    return CellGrid(rows, headers=TRELLO_HEADERS)


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _label(label: Mapping[str, Any]) -> str:
    """“Mobility (green)”, as the CSV says it."""
    called, colour = str(label.get("name") or ""), str(label.get("color") or "")
    return f"{called} ({colour})".strip() if colour else called
