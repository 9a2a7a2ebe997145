"""Finds calls of i18n that translators could not follow, and sentences put together by hand."""

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

# How many of the first arguments of a call are literals that go to translators.
CALLS = {
    "_": 1,
    "lazy": 1,
    "fillable": 1,
    "ngettext": 2,
    "nlazy": 2,
    "nfillable": 2,
    "pgettext": 2,
    "plazy": 2,
    "npgettext": 3,
}
PLURALS = {"ngettext", "nlazy", "npgettext"}
FILLED_LATER = {"fillable", "nfillable"}
PLACE = re.compile(r"\{([a-z_][a-z0-9_]*)\}")

_GLUE = re.compile(r"[.,:;]? ")
_ORDINAL = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|later)"
    r"|(?:\d+|\{\w+\})(?:st|nd|rd|th)"
)
_SHARE = re.compile(r"\{\w+\} ?%")
_ALONE = {"choice", "share"}  # contexts whose texts stand by themselves
_NAMING = {"id", "number", "row"}  # numbers that name something, and are not counted


class Missed(NamedTuple):
    """A place that a translator would not reach, and why."""

    line: int
    why: str


def handmade(node: ast.expr) -> Iterator[Missed]:
    """Sentences and plurals made by hand, and decisions made by words."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        if speaks(node.left) or speaks(node.right):
            yield Missed(node.lineno, "a sentence is put together with +")
    elif isinstance(node, ast.Compare):
        if any(speaks(part) for part in (node.left, *node.comparators)):
            yield Missed(node.lineno, "something is decided by words")
    elif isinstance(node, ast.IfExp) and _letter_s(node):
        yield Missed(node.lineno, "a plural is made by hand")


def calls(node: ast.Call) -> Iterator[Missed]:
    """Calls that put texts together, or that translators could not follow."""
    name = name_of(node.func)
    if name in CALLS:
        yield from _i18n_call(node, name)
    elif name in ("filled", "having"):
        yield from _values(node)
    elif name == "number_text" and any(
        isinstance(part, ast.Attribute) and part.attr in _NAMING for part in node.args
    ):
        yield Missed(node.lineno, "a number that names something is counted")
    elif isinstance(node.func, ast.Name) and name == "counted":
        yield Missed(node.lineno, "a plural is made by hand")
    elif isinstance(node.func, ast.Attribute):
        on = node.func.value
        if name == "format" and isinstance(on, ast.Call | ast.Constant | ast.JoinedStr):
            yield Missed(node.lineno, "values are put in by format")
        elif name in ("lower", "upper", "capitalize", "title", "casefold") and speaks(on):
            yield Missed(node.lineno, "a text is changed by its letters")


def _i18n_call(node: ast.Call, name: str) -> Iterator[Missed]:
    wanted = CALLS[name]
    literals = node.args[:wanted]
    if len(literals) < wanted or not all(
        isinstance(part, ast.Constant) and isinstance(part.value, str) for part in literals
    ):
        yield Missed(node.lineno, f"{name} takes literal texts only")
        return
    if len(node.args) != wanted + (name in PLURALS):
        yield Missed(node.lineno, f"{name} takes its values by name")
    texts = [str(part.value) for part in literals if isinstance(part, ast.Constant)]
    messages = texts[1:] if name in ("pgettext", "plazy", "npgettext") else texts
    context = texts[0] if messages is not texts else ""
    if context not in _ALONE and any(_ORDINAL.fullmatch(message) for message in messages):
        yield Missed(node.lineno, "an ordinal is a text of its own")
    if context not in _ALONE and any(_SHARE.search(message) for message in messages):
        yield Missed(node.lineno, "a share is written by hand")
    yield from _values(node)
    places = {place for message in messages for place in PLACE.findall(message)}
    given = {keyword.arg for keyword in node.keywords}
    if name in PLURALS:
        given.add("count")
    beside = [set(PLACE.findall(message)) - {"count"} for message in messages]
    if any(places_of_one != beside[0] for places_of_one in beside):
        yield Missed(node.lineno, "one and many have not the same places")
    if name not in FILLED_LATER and None not in given and (missing := places - given):
        yield Missed(node.lineno, f"no value for {', '.join(sorted(missing))}")


def _values(node: ast.Call) -> Iterator[Missed]:
    for keyword in node.keywords:
        value = keyword.value
        branches = [value]
        if isinstance(value, ast.IfExp):
            branches = [value.body, value.orelse]
        elif isinstance(value, ast.BoolOp):
            branches = value.values
        if any(speaks(branch) for branch in branches):
            yield Missed(value.lineno, "a text is put into a text")
        if isinstance(value, ast.Call) and name_of(value.func) == "choice_text":
            yield Missed(value.lineno, "an ordinal is put into a text")
        if keyword.arg in _NAMING and keyword.arg != "number" and _is_number(value):
            yield Missed(value.lineno, "a number that names something is counted")


def _is_number(value: ast.expr) -> bool:
    return isinstance(value, ast.Attribute | ast.BinOp) or (
        isinstance(value, ast.Constant) and isinstance(value.value, int)
    )


def glued(node: ast.JoinedStr) -> bool:
    """Whether two values stand side by side in an f-string."""
    values = node.values
    return any(
        isinstance(between, ast.Constant)
        and _GLUE.fullmatch(str(between.value))
        and isinstance(before, ast.FormattedValue)
        and isinstance(after, ast.FormattedValue)
        for before, between, after in zip(values, values[1:], values[2:], strict=False)
    )


def joins_by_hand(node: ast.Call) -> bool:
    """Whether parts are joined with a space or a mark between them."""
    if not isinstance(node.func, ast.Attribute) or node.func.attr != "join":
        return False
    between = node.func.value
    if not isinstance(between, ast.Constant) or not _GLUE.fullmatch(str(between.value)):
        return False
    return not any(isinstance(one, ast.Call) and name_of(one.func) == "split" for one in node.args)


def speaks(node: ast.AST) -> bool:
    """Whether this is a call of i18n, or its words."""
    if isinstance(node, ast.Call) and name_of(node.func) == "str" and node.args:
        node = node.args[0]
    return isinstance(node, ast.Call) and name_of(node.func) in CALLS


def _letter_s(node: ast.IfExp) -> bool:
    ends = {part.value for part in (node.body, node.orelse) if isinstance(part, ast.Constant)}
    return "" in ends and bool(ends & {"s", "es", "ies"})


def name_of(node: ast.AST) -> str | None:
    """What a call, a name or an attribute is called."""
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript):
        return name_of(node.value)
    return node.id if isinstance(node, ast.Name) else None
