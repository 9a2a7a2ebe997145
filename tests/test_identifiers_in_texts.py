"""No text for people has a name of the sources in it, as a renaming may leave one behind."""

import ast
import re
from collections.abc import Iterator

from tests.test_dev import ROOT
from tests.test_extraction import texts

_HUMP = re.compile(r"\b[A-Za-z]*[a-z][A-Z]\w*")


def bound(tree: ast.AST) -> Iterator[str]:
    """What a source calls its classes and its kinds of values."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def identifiers() -> set[str]:
    files = (ROOT / "kdc_desktop").rglob("*.py")
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in files)
    return {name for tree in trees for name in bound(tree) if _HUMP.fullmatch(name)}


def found_in(said: str, known: set[str]) -> list[str]:
    return [word for word in _HUMP.findall(said) if word in known]


def test_no_text_of_the_catalogue_says_what_a_class_is_called() -> None:
    known = identifiers()
    assert {"TwinDifference", "RowThere"} <= known
    assert found_in("RowThere them here.", known) == ["RowThere"]
    ids = [text.id for text in texts.template(ROOT)]
    said = [one for told in ids for one in ((told,) if isinstance(told, str) else told)]
    assert len(said) > 1000
    assert [one for one in said if found_in(one, known)] == []
