"""What no import shows: a lower noun that names a higher one in a string."""

import ast
import importlib
import pkgutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import kdc_desktop.model
from kdc_desktop.model.base import Base

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "kdc_desktop"
I18N = {"_", "lazy", "pgettext", "plazy", "ngettext", "nlazy", "npgettext", "value"}


def nouns() -> list[str]:
    """The nouns of the program from the highest to the lowest, as the contract has them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (order,) = (
        contract["layers"]
        for contract in project["tool"]["importlinter"]["contracts"]
        if contract["name"] == "Nouns stand in one order on every floor"
    )
    return [layer.strip("()") for layer in order if "|" not in layer]


def tables_of() -> dict[str, str]:
    """The noun of every table."""
    for module in pkgutil.iter_modules(kdc_desktop.model.__path__):
        importlib.import_module(f"kdc_desktop.model.{module.name}")
    return {
        mapper.class_.__tablename__: mapper.class_.__module__.rpartition(".")[2]
        for mapper in Base.registry.mappers
    }


def strings(tree: ast.AST) -> Iterator[str]:
    """The strings of a file, but not those that i18n takes and those that name SQL's values."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in I18N:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        yield from strings(node)


def named_above(floor: str) -> Iterator[str]:
    """Where a noun on this floor names the table of a noun above it."""
    order, tables = nouns(), tables_of()
    for noun in order:
        above = set(order[: order.index(noun)])
        forbidden = {table for table, owner in tables.items() if owner in above}
        for file in sorted((PROGRAM / floor / noun).rglob("*.py")):
            for text in strings(ast.parse(file.read_text(encoding="utf-8"))):
                if text in forbidden:
                    yield f"{file.relative_to(PROGRAM)}: {text}"


def test_no_noun_names_the_table_of_a_noun_above_it() -> None:
    floors = ("services", "audience", "screens")
    assert [found for floor in floors for found in named_above(floor)] == []


def test_no_table_points_to_a_noun_above_it() -> None:
    order, tables = nouns(), tables_of()
    upwards = [
        f"{table.name} → {key.column.table.name}"
        for table in Base.metadata.sorted_tables
        if tables[table.name] in order
        for key in table.foreign_keys
        if order.index(tables[key.column.table.name]) < order.index(tables[table.name])
    ]
    assert upwards == []


def test_what_is_followed_is_a_table() -> None:
    """Whatever names its `tables` names such as there are."""
    known = set(tables_of())
    followed = {
        (str(file.relative_to(PROGRAM)), text)
        for file in sorted(PROGRAM.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Assign)
        and any(getattr(one, "id", getattr(one, "attr", "")) == "tables" for one in node.targets)
        for text in strings(node)
    }
    assert len(followed) > 30
    assert {found for found in followed if found[1] not in known} == set()
