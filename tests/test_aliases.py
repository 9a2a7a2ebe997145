"""A second name for something says what it is: `sheets` of polls are `poll_sheets` everywhere."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def aliases() -> Iterator[tuple[str, str, str, str]]:
    """File, the folder that something of ours is taken from, its name, and its name there."""
    for folder in ("kdc_desktop", "tests", "packaging"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and str(node.module).startswith("kdc_desktop"):
                    for one in node.names:
                        if one.asname:
                            where = str(file.relative_to(ROOT))
                            yield where, str(node.module), one.name, one.asname


def is_telling(module: str, name: str, alias: str) -> bool:
    """Whether this is a file of a noun, named after both; in the singular where that reads well."""
    noun = module.rpartition(".")[2]
    stem, _, rest = alias.partition("_")
    alike = len(noun) - 2
    return rest == name and stem[:alike] == noun[:alike]


def test_an_alias_names_the_noun_and_the_file() -> None:
    found = list(aliases())
    assert len(found) > 50
    assert [one for one in found if not is_telling(*one[1:])] == []
