"""Every file, class and function is short enough to be read at once, as CONTRIBUTING.md says."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
FOLDERS = ("kdc_desktop", "packaging", "tests")
LONGEST = {"file": 300, "class": 200, "function": 40}


def pieces(file: Path) -> Iterator[tuple[str, str, int]]:
    """Kind, name and number of lines: of a file, and of each class and function in it."""
    text = file.read_text(encoding="utf-8")
    yield "file", file.name, len(text.splitlines())
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            kind = "class" if isinstance(node, ast.ClassDef) else "function"
            assert node.end_lineno is not None
            yield kind, node.name, node.end_lineno - node.lineno + 1


def too_long(root: Path) -> list[str]:
    """What is over its budget in any folder of the project."""
    return [
        f"{file.relative_to(root).as_posix()}: {kind} {name} has {lines} lines"
        for folder in FOLDERS
        for file in sorted((root / folder).rglob("*.py"))
        for kind, name, lines in pieces(file)
        if lines > LONGEST[kind]
    ]


def test_no_file_class_or_function_is_over_its_budget():
    assert too_long(ROOT) == []


def test_half_of_the_programs_functions_are_eight_lines_at_most():
    files = (ROOT / "kdc_desktop").rglob("*.py")
    assert median(n for file in files for kind, _name, n in pieces(file) if kind == "function") <= 8


def test_one_line_too_many_is_found(tmp_path: Path):
    (tmp_path / "tests").mkdir()
    method = "    async def hold(self):\n" + "        pass\n" * 40
    fits = "class Fits:\n" + "    x = 1\n" * 199
    text = f"class Wide:\n{method}" + "    x = 1\n" * 159 + fits
    (tmp_path / "tests" / "long.py").write_text(text, encoding="utf-8")
    assert too_long(tmp_path) == [
        "tests/long.py: file long.py has 401 lines",
        "tests/long.py: class Wide has 201 lines",
        "tests/long.py: function hold has 41 lines",
    ]
