"""Whatever the program defines, the program uses; what only its tests used would be a burden."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "kdc_desktop"
ASKED_FOR_BY_OTHERS = {
    "type_annotation_map",  # SQLAlchemy
    "impl",
    "cache_ok",
    "clone",  # Qt
    "fromutc",  # Python
    "dst",
    "tzname",
    "__all__",
    "__getattr__",
    "find_spec",
    "write_row",  # openpyxl
    "cleanup",
    "METHOD",  # found by its name, in each file of methods of voting
    "accent_hover",  # the style sheet
}
AWAITED = {
    *("Offer", "OfferMatch", "topic"),
    *("unfit", "parts", "in_words", "preset_of"),
    "papers_of",
}
"""Kept in the file by now; who builds what is done with them takes these names out."""
Named = tuple[str, str]
"""A module and a name in it."""


@cache
def modules() -> dict[str, ast.Module]:
    found = {}
    for file in sorted(PROGRAM.rglob("*.py")):
        if "migrations" not in file.parts:
            parts = file.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            found[name] = ast.parse(file.read_text(encoding="utf-8"))
    return found


@cache
def nodes() -> dict[str, list[ast.AST]]:
    """All that stands in each module, walked once."""
    return {module: list(ast.walk(tree)) for module, tree in modules().items()}


@cache
def loaded(module: str) -> frozenset[str]:
    """Names and attributes that are read, those inside quoted annotations included."""
    found: set[str] = set()
    for node in nodes()[module]:
        if isinstance(node, ast.Constant):
            found.update(words(node.value))
        elif isinstance(getattr(node, "ctx", None), ast.Load):
            found.add(getattr(node, "id", "") or getattr(node, "attr", ""))
    return frozenset(found)


def words(value: object) -> Iterator[str]:
    if not isinstance(value, str) or len(value) > 200:
        return
    if value.isidentifier():
        yield value
        return
    try:
        quoted = ast.parse(value, mode="eval")
    except (SyntaxError, ValueError):
        return
    yield from (node.id for node in ast.walk(quoted) if isinstance(node, ast.Name))


def exported(tree: ast.Module) -> set[str]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def names_of(node: ast.AST) -> Iterator[str]:
    """What a statement of a module or class defines; not what hooks itself in."""
    match node:
        case ast.ClassDef():
            yield node.name
        case ast.FunctionDef():
            hooks = [ast.unparse(one) for one in node.decorator_list]
            if not any("listens_for" in hook for hook in hooks):
                yield node.name
        case ast.Assign():
            yield from (
                part.id
                for target in node.targets
                for part in ast.walk(target)
                if isinstance(part, ast.Name)
            )
        case ast.AnnAssign(target=ast.Name()):
            yield node.target.id


def used() -> set[Named]:
    """What one module of the program takes from another, or from itself."""
    found: set[Named] = set()
    handed_on: dict[Named, Named] = {}
    for module, tree in modules().items():
        public, here = exported(tree), loaded(module)
        found |= {(module, name) for name in here - public}
        for node in nodes()[module]:
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    inside = f"{node.module}.{alias.name}"
                    if inside in modules():
                        found |= {(inside, name) for name in here}
                    elif alias.name in public:
                        handed_on[module, alias.name] = (node.module, alias.name)
                    else:
                        found.add((node.module, alias.name))
    for _ in range(2):
        found |= {to for name, to in handed_on.items() if name in found}
    return found


def test_whatever_a_module_defines_is_used_in_the_program() -> None:
    everything = used()
    unused = [
        f"{module}.{name}"
        for module, tree in modules().items()
        for node in tree.body
        for name in names_of(node)
        if (module, name) not in everything and name not in ASKED_FOR_BY_OTHERS | AWAITED
    ]
    assert unused == []


def kept(tree: ast.ClassDef) -> Iterator[str]:
    """What a class defines, and what its methods keep in it."""
    for part in tree.body:
        yield from names_of(part)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr if getattr(node.value, "id", "") == "self" else "__elsewhere__"


def test_whatever_a_class_offers_is_used_in_the_program() -> None:
    everywhere = ASKED_FOR_BY_OTHERS.union(AWAITED, *map(loaded, modules()))
    unused = [
        f"{module}.{node.name}.{name}"
        for module in modules()
        for node in nodes()[module]
        if isinstance(node, ast.ClassDef)
        for name in kept(node)
        if name not in everywhere
        and not name.startswith("__")
        and name == name.lower()  # Qt's own methods are written otherwise
    ]
    assert unused == []
