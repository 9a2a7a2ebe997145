"""Every icon that ships is named somewhere, and every icon that is named ships."""

import ast
from collections.abc import Iterator
from pathlib import Path

from kdc_desktop import paths
from kdc_desktop.domain.stage_kinds import STAGE_KINDS

ROOT = Path(__file__).parents[1]
SHIPPED = {file.stem for file in paths.resource("icons").glob("*.svg")}
TAKING = {"icon": 0, "show_state": 0, "paint_icon": 2, "act": 4, "add": 4} | {
    "MenuEntry": 3,
    "PollAction": 3,
}
"""What takes the name of an icon by its place, beside whatever calls an argument `icon`."""


FLOORS = ("domain", "screens")
"""Where icons are named; Qt's properties and the marks of the theme have words of their own."""


def texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "setProperty":
        return
    if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "_MARKS":
        return
    for part in ast.iter_child_nodes(node):
        yield from texts(part)


def programs() -> Iterator[ast.Module]:
    for floor in FLOORS:
        for file in sorted((ROOT / "kdc_desktop" / floor).rglob("*.py")):
            yield ast.parse(file.read_text(encoding="utf-8"))


def test_every_icon_is_named_by_somebody() -> None:
    named = {text for tree in programs() for text in texts(tree)}
    assert SHIPPED - named == set()


def test_every_icon_that_is_named_ships() -> None:
    named = {kind.icon for kind in STAGE_KINDS}
    for tree in programs():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                given = [word.value for word in node.keywords if word.arg == "icon"]
                place = TAKING.get(called, len(node.args))
                given += node.args[place : place + 1]
                named |= {text for value in given for text in texts(value)}
    assert len(named) > 70
    assert named - SHIPPED == {""}  # none, where there is nothing to show
