"""Finds, in sources and forms, the words for people that no translator would get to see."""

import ast
import html
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

_WORDS = re.compile(r"[A-Za-z’']{2,},? [A-Za-z’']{2,}|^[A-Z][a-z]{2,}(?![a-z]*[A-Z_(.=\[/:])\b")
_IN_A_SENTENCE = re.compile(r"[A-Za-z’']{3,}")
_CODE = re.compile(
    r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|DROP|ALTER|WITH|ATTACH|DETACH|VACUUM"
    r"|SAVEPOINT|RELEASE|ROLLBACK|COMMIT|REPLACE|FROM|WHERE|ORDER BY|GROUP BY|UNION|AND|LEFT JOIN"
    r"|JOIN|CASE|NOT NULL)\b"
    r"|\s*Q[A-Z]\w+[^{}]*\{|[^{}]*\{[^{}]*:[^{}]*;[^{}]*\}|[^{}]*\{\s*$"  # style sheets
    r"|[\w\s-]+:[^;{}]+;"
)
_KEYS = re.compile(
    r"(?:(?:Ctrl|Alt|Shift|Meta)\+)+\S+"
    r"|Space|Enter|Return|Backspace|Tab|Esc|Escape|Del|PgUp|PgDown|F\d+"
)
_NAMES = {"KDC Desktop", "Fusion", "Inter"}  # ours, a style, a font
_GLUE = re.compile(r"[.,:;]? ")
_ORDINAL = re.compile(
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|later)"
    r"|(?:\d+|\{\w+\})(?:st|nd|rd|th)"
)
_SHARE = re.compile(r"\{\w+\} ?%")
_ALONE = {"choice", "share"}  # contexts whose texts stand by themselves
_NAMING = {"id", "number", "row"}  # numbers that name something, and are not counted
_MARK = re.compile(r"#.*\buntranslated: \S")  # with the reason behind it

# What is raised for programmers, not for people.
_BUGS = {
    "AssertionError",
    "AttributeError",
    "FormError",
    "IndexError",
    "KeyError",
    "LookupError",
    "NotImplementedError",
    "RuntimeError",
    "TypeError",
    "UnknownWordError",
    "ValueError",
}
# Calls whose texts are names, patterns, queries or lines for programmers.
_PLUMBING = {
    *("compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub"),  # re
    *("debug", "info", "warning", "error", "exception", "critical", "getLogger"),  # logging
    *("exec_driver_sql", "execute", "executemany", "executescript", "literal_column", "text"),
    *("CheckConstraint", "ForeignKey", "Index", "UniqueConstraint", "mapped_column"),
    *("cast", "getattr", "hasattr", "isinstance", "setattr", "TypeVar", "NewType"),
    *("findChild", "findChildren", "setObjectName", "setProperty", "property", "inherits"),
    *("QKeySequence", "setShortcut", "setShortcuts"),
    *("setStyleSheet", "strftime", "strptime"),
    *("add_argument", "add_parser", "add_subparsers", "ArgumentParser", "ArgumentTypeError"),
    *("clean", "fold"),  # what is compared, not shown
    *("SystemExit", "setFamily", "setFamilies", "QFont", "import_module", "setattr"),
}
_NAMED_FIRST = {"table"}  # a sheet is known by its first argument, whatever its title
_PLUMBING_KEYWORDS = {"key", "keys", "shortcut", "name", "prefix", "suffix", "stem"}
_TYPE_NAMES = {"Literal", "Annotated"}


class Missed(NamedTuple):
    """A place that a translator would not reach, and why."""

    line: int
    why: str


def wordy(text: str) -> bool:
    """Whether a literal looks like words for people."""
    if text in _NAMES or _CODE.match(text) or _KEYS.fullmatch(text):
        return False
    return bool(_WORDS.search(text))


def in_source(source: str) -> list[Missed]:
    """Words outside the calls of i18n, and calls that translators could not follow.

    A line with a comment “untranslated: reason” is left out.
    """
    lines = source.splitlines()
    found = set(_Reader(ast.parse(source)).missed())
    return sorted(one for one in found if not _MARK.search(lines[one.line - 1]))


def in_form(source: str) -> list[Missed]:
    """Strings of a form that are words and marked ``notr``, or no words and not marked."""

    def found() -> Iterator[Missed]:
        for string in re.finditer(r"<string((?:\s[^<>]*)?)>([^<]+)</string>", source):
            line = source.count("\n", 0, string.start()) + 1
            shown, hidden = html.unescape(string[2]), 'notr="true"' in string[1]
            if hidden and wordy(shown):
                yield Missed(line, f"words are marked notr: {shown!r}")
            elif not hidden and not re.search(r"[^\W\d_]", shown):
                yield Missed(line, f"no words, so mark it notr: {shown!r}")
            if not hidden and source[: string.start()].endswith('stdset="0">'):
                yield Missed(line, f"a property of the style, so mark it notr: {shown!r}")

    return list(found())


class _Reader:
    """Reads one module."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree = tree
        self._above: dict[ast.AST, ast.AST] = {}
        for node in ast.walk(tree):
            for child in ast.iter_child_nodes(node):
                self._above[child] = node
        self._edits = any(
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "edit"
            for node in ast.walk(tree)
        )

    def missed(self) -> Iterator[Missed]:
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from self._literal(node, node.value)
            elif isinstance(node, ast.JoinedStr):
                yield from self._f_string(node)
            elif isinstance(node, ast.Call):
                yield from _call(node)
                if _joins_by_hand(node) and not self._allowed(node):
                    yield Missed(node.lineno, "parts are joined by hand")
                if _name(node.func) == "nlazy" and self._edits:
                    yield Missed(node.lineno, "a label counts before anything is done")
            elif isinstance(node, ast.FunctionDef | ast.Lambda):
                yield from _underscore(node)
            elif isinstance(node, ast.expr):
                yield from _handmade(node)

    def _literal(self, node: ast.Constant, text: str) -> Iterator[Missed]:
        if isinstance(self._above[node], ast.JoinedStr) or not wordy(text):
            return
        if not self._allowed(node):
            yield Missed(node.lineno, f"not translated: {text[:60]!r}")

    def _f_string(self, node: ast.JoinedStr) -> Iterator[Missed]:
        pieces = [part.value for part in node.values if isinstance(part, ast.Constant)]
        shape = "□".join(str(piece) for piece in pieces)
        says = any(
            wordy(str(piece)) or (" " in str(piece) and _IN_A_SENTENCE.search(str(piece)))
            for piece in pieces
        )
        if says and not _CODE.match(shape) and not self._allowed(node):
            yield Missed(node.lineno, f"not translated: {shape[:60]!r}")
        spoken = [isinstance(p, ast.FormattedValue) and _speaks(p.value) for p in node.values]
        if any(spoken) and len(node.values) > 1:
            yield Missed(node.lineno, "a sentence is put together in an f-string")
        elif _glued(node) and not self._allowed(node):
            yield Missed(node.lineno, "values stand side by side in an f-string")

    def _allowed(self, node: ast.AST) -> bool:
        child, above = node, self._above.get(node)
        if isinstance(above, ast.Expr):
            return True  # a docstring, or a text that goes nowhere
        while above is not None and not isinstance(above, ast.stmt):
            if self._by_expression(child, above):
                return True
            child, above = above, self._above.get(above)
        return above is not None and self._by_statement(child, above)

    def _by_expression(self, child: ast.AST, above: ast.AST) -> bool:
        if isinstance(above, ast.Call):
            name = _name(above.func)
            if name in CALLS:
                return child in above.args[: CALLS[name]]
            if name in _NAMED_FIRST:
                return child in above.args[:1]
            return name in _PLUMBING | _BUGS
        if isinstance(above, ast.arg):
            return True  # an annotation
        if isinstance(above, ast.keyword):
            return above.arg in _PLUMBING_KEYWORDS
        if isinstance(above, ast.Dict):
            return child in above.keys
        if isinstance(above, ast.Compare):
            return not any(" " in text for text in _texts(above))  # a name is asked for
        return isinstance(above, ast.Subscript) and (
            child is above.slice or _name(above.value) in _TYPE_NAMES
        )

    def _by_statement(self, child: ast.AST, above: ast.stmt) -> bool:
        if isinstance(above, ast.Assert):
            return child is above.msg
        if isinstance(above, ast.AnnAssign) and child is above.annotation:
            return True
        if isinstance(above, ast.FunctionDef) and child is above.returns:
            return True
        if isinstance(above, ast.Assign | ast.AnnAssign):
            holder = self._above.get(above)
            if isinstance(holder, ast.ClassDef):
                return any((_name(base) or "").endswith("Enum") for base in holder.bases)
            targets = above.targets if isinstance(above, ast.Assign) else [above.target]
            return any(_name(target) in ("__all__", "__slots__") for target in targets)
        return False


def _handmade(node: ast.expr) -> Iterator[Missed]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        if _speaks(node.left) or _speaks(node.right):
            yield Missed(node.lineno, "a sentence is put together with +")
    elif isinstance(node, ast.Compare):
        if any(_speaks(part) for part in (node.left, *node.comparators)):
            yield Missed(node.lineno, "something is decided by words")
    elif isinstance(node, ast.IfExp) and _letter_s(node):
        yield Missed(node.lineno, "a plural is made by hand")


def _call(node: ast.Call) -> Iterator[Missed]:
    name = _name(node.func)
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
        elif name in ("lower", "upper", "capitalize", "title", "casefold") and _speaks(on):
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
        if any(_speaks(branch) for branch in branches):
            yield Missed(value.lineno, "a text is put into a text")
        if isinstance(value, ast.Call) and _name(value.func) == "choice_text":
            yield Missed(value.lineno, "an ordinal is put into a text")
        if keyword.arg in _NAMING and keyword.arg != "number" and _is_number(value):
            yield Missed(value.lineno, "a number that names something is counted")


def _is_number(value: ast.expr) -> bool:
    return isinstance(value, ast.Attribute | ast.BinOp) or (
        isinstance(value, ast.Constant) and isinstance(value.value, int)
    )


def _glued(node: ast.JoinedStr) -> bool:
    values = node.values
    return any(
        isinstance(between, ast.Constant)
        and _GLUE.fullmatch(str(between.value))
        and isinstance(before, ast.FormattedValue)
        and isinstance(after, ast.FormattedValue)
        for before, between, after in zip(values, values[1:], values[2:], strict=False)
    )


def _joins_by_hand(node: ast.Call) -> bool:
    if not isinstance(node.func, ast.Attribute) or node.func.attr != "join":
        return False
    between = node.func.value
    if not isinstance(between, ast.Constant) or not _GLUE.fullmatch(str(between.value)):
        return False
    return not any(isinstance(one, ast.Call) and _name(one.func) == "split" for one in node.args)


def _underscore(node: ast.FunctionDef | ast.Lambda) -> Iterator[Missed]:
    inside = list(ast.walk(node))
    called = any(isinstance(part, ast.Call) and _name(part.func) == "_" for part in inside)
    bound = any(
        (isinstance(part, ast.Name) and part.id == "_" and isinstance(part.ctx, ast.Store))
        or (isinstance(part, ast.arg) and part.arg == "_")
        for part in inside
    )
    if called and bound:
        yield Missed(node.lineno, "_ is a variable here, and called")


def _speaks(node: ast.AST) -> bool:
    if isinstance(node, ast.Call) and _name(node.func) == "str" and node.args:
        node = node.args[0]
    return isinstance(node, ast.Call) and _name(node.func) in CALLS


def _letter_s(node: ast.IfExp) -> bool:
    ends = {part.value for part in (node.body, node.orelse) if isinstance(part, ast.Constant)}
    return "" in ends and bool(ends & {"s", "es", "ies"})


def _texts(node: ast.AST) -> list[str]:
    constants = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
    return [value for value in constants if isinstance(value, str)]


def _name(node: ast.AST) -> str | None:
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    return node.id if isinstance(node, ast.Name) else None
