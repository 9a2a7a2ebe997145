"""Finds, in sources and forms, the words for people that no translator would get to see."""

import ast
import html
import re
from collections.abc import Iterator

from tests.glued_texts import CALLS, Missed, calls, glued, handmade, joins_by_hand, name_of, speaks

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
    r"(?:\w; )?(?:(?:Ctrl|Alt|Shift|Meta)\+)+\S+(?:; (?:(?:Ctrl|Alt|Shift|Meta)\+)+\S+)?"
    r"|Space|Enter|Return|Backspace|Tab|Esc|Escape|Del|PgUp|PgDown|F\d+"
)
_NAMES = {"KDC Desktop", "Fusion", "Inter"}  # ours, a style, a font
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
    *("key_of", "id_of"),  # titles of ids, which programs know in every language
    *("SystemExit", "setFamily", "setFamilies", "QFont", "import_module", "setattr"),
}
_NAMED_FIRST = {"table"}  # a sheet is known by its first argument, whatever its title
_PLUMBING_KEYWORDS = {"key", "keys", "shortcut", "name", "prefix", "suffix", "stem"}
_TYPE_NAMES = {"Literal", "Annotated"}


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
                yield from calls(node)
                if joins_by_hand(node) and not self._allowed(node):
                    yield Missed(node.lineno, "parts are joined by hand")
                if name_of(node.func) == "nlazy" and self._edits:
                    yield Missed(node.lineno, "a label counts before anything is done")
            elif isinstance(node, ast.FunctionDef | ast.Lambda):
                yield from _underscore(node)
            elif isinstance(node, ast.expr):
                yield from handmade(node)

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
        spoken = [isinstance(p, ast.FormattedValue) and speaks(p.value) for p in node.values]
        if any(spoken) and len(node.values) > 1:
            yield Missed(node.lineno, "a sentence is put together in an f-string")
        elif glued(node) and not self._allowed(node):
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
            name = name_of(above.func)
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
            child is above.slice or name_of(above.value) in _TYPE_NAMES
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
                return any((name_of(base) or "").endswith("Enum") for base in holder.bases)
            targets = above.targets if isinstance(above, ast.Assign) else [above.target]
            return any(name_of(target) in ("__all__", "__slots__") for target in targets)
        return False


def _underscore(node: ast.FunctionDef | ast.Lambda) -> Iterator[Missed]:
    inside = list(ast.walk(node))
    called = any(isinstance(part, ast.Call) and name_of(part.func) == "_" for part in inside)
    bound = any(
        (isinstance(part, ast.Name) and part.id == "_" and isinstance(part.ctx, ast.Store))
        or (isinstance(part, ast.arg) and part.arg == "_")
        for part in inside
    )
    if called and bound:
        yield Missed(node.lineno, "_ is a variable here, and called")


def _texts(node: ast.AST) -> list[str]:
    constants = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
    return [value for value in constants if isinstance(value, str)]
