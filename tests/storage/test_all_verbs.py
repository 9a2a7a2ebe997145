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
    # A club that goes to another laptop is not edited here from then on.
    *("hand_over", "refuse_handed_over"),
    # A text that is being typed is kept without a step of its own.
    *("keep_draft", "forget_draft"),
    # Many at once, of what is drawn one by one; and the places of notes, as they are moved.
    *("unregister_many", "come_back_many", "remove_people", "remove_organisations", "rearranged"),
}


def verbs() -> Iterator[str]:
    """Public functions that are handed the database first and write to it, by their full names."""
    for path in SERVICES.rglob("*.py"):
        whole = ast.parse(path.read_text(encoding="utf-8")).body
        own = {node.name: node for node in whole if isinstance(node, ast.FunctionDef)}
        module = ".".join(("kdc_desktop.services", *path.relative_to(SERVICES).parts))
        for name, node in own.items():
            begins = bool(node.args.args) and node.args.args[0].arg == "database"
            if begins and not name.startswith("_") and _writes(node, own):
                yield f"{module.removesuffix('.py')}.{name}"


def _writes(node: ast.FunctionDef, own: dict[str, ast.FunctionDef]) -> bool:
    """By itself, or by a helper of its file."""
    for part in ast.walk(node):
        helper = own.get(getattr(part, "id", ""))
        if _is_edit(part) or (helper and helper.name.startswith("_") and _writes(helper, {})):
            return True
    return False


def _is_edit(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "edit"
        and getattr(node.value, "id", "") == "database"
    )


def drawn() -> set[str]:
    """What the tables of verbs call, by their full names."""
    found = set()
    for path in Path(__file__).parent.glob("verbs*.py"):
        nodes = [*ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
        known = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in nodes
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for call in (node.func for node in nodes if isinstance(node, ast.Call)):
            if isinstance(call, ast.Attribute) and isinstance(call.value, ast.Name):
                found.add(f"{known.get(call.value.id)}.{call.attr}")
            elif isinstance(call, ast.Name):
                found.add(known.get(call.id, call.id))
    return found


def test_no_verb_is_left_out():
    left_out = {full.rpartition(".")[2] for full in set(verbs()) - drawn()}
    assert left_out == DRAWN_OTHERWISE
