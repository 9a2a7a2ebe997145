"""One word, one thing: no two classes or types of the program have the same name."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = {"Column", "Columns"}
"""Of a table on the screen, of a sheet, of a list that comes in: no file knows two of them."""


def defined(tree: ast.Module) -> set[str]:
    """Classes and names of types, such as `Cell = tuple[int, int]`; not what is private."""
    found = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.add(node.targets[0].id)
    return {name for name in found if name[0].isupper() and not name.isupper()}


def test_no_two_things_have_one_name() -> None:
    where = defaultdict(list)
    for file in sorted((ROOT / "kdc_desktop").rglob("*.py")):
        for name in defined(ast.parse(file.read_text(encoding="utf-8"))):
            where[name].append(str(file.relative_to(ROOT)))
    twice = {name: files for name, files in where.items() if len(files) > 1}
    assert len(where) > 500
    assert {name for name in twice if name not in SHARED} == set()


def test_words_to_choose_from_are_enums() -> None:
    """A `Literal` is a list of words that nobody can look up: what may be chosen is an enum."""
    files = sorted((ROOT / "kdc_desktop").rglob("*.py"))
    assert [file.name for file in files if "Literal[" in file.read_text(encoding="utf-8")] == []


WORDED = ("lazy(", "plazy(", "fillable(")


def tables_of_words(tree: ast.Module) -> set[str]:
    """What a module says of each member of an enum, as it is written; texts only."""
    values = (getattr(node, "value", None) for node in tree.body)
    found = [one for one in values if isinstance(one, ast.Dict) and len(one.keys) > 1]
    return {
        ast.unparse(one)
        for one in found
        if all(isinstance(key, ast.Attribute) for key in one.keys)
        and all(ast.unparse(value).startswith(WORDED) for value in one.values)
    }


def test_what_the_members_of_an_enum_are_called_is_said_in_one_place() -> None:
    where = defaultdict(list)
    for file in sorted((ROOT / "kdc_desktop").rglob("*.py")):
        for table in tables_of_words(ast.parse(file.read_text(encoding="utf-8"))):
            where[table].append(str(file.relative_to(ROOT)))
    assert len(where) > 10
    assert {k: files for k, files in where.items() if len(files) > 1} == {}
