"""Every verb of the services is among those that are drawn, undone and done again."""

import ast
from collections.abc import Iterator
from pathlib import Path

import kdc_desktop.services

SERVICES = Path(kdc_desktop.services.__file__).parent
DRAWN_OTHERWISE = {
    # A list, another version of the club or years of before: each has its tests of undo.
    *("import_past", "take_over", "take_over_from"),
    # What lies in an urn is in no journal.
    *("put_away", "take_over_papers"),
    # A text that is being typed is kept without a step of its own.
    *("keep_draft", "forget_draft"),
    # Many at once, of what is drawn one by one; and the places of notes, as they are moved.
    *("unregister_many", "rearranged"),
}


def verbs() -> Iterator[str]:
    """Public functions that are handed the database first and write to it."""
    for path in SERVICES.rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if (
                isinstance(node, ast.FunctionDef)
                and not node.name.startswith("_")
                and node.args.args
                and node.args.args[0].arg == "database"
                and any(_is_edit(part) for part in ast.walk(node))
            ):
                yield node.name


def _is_edit(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "edit"
        and getattr(node.value, "id", "") == "database"
    )


def drawn() -> set[str]:
    """What the tables of verbs call."""
    calls = (
        node.func
        for path in Path(__file__).parent.glob("verbs*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    )
    return {getattr(call, "attr", getattr(call, "id", "")) for call in calls}


def test_no_verb_is_left_out():
    assert set(verbs()) - drawn() == DRAWN_OTHERWISE
