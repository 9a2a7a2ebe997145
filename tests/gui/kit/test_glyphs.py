"""What the program writes can be painted: every sign of its texts is in the typeface it brings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QFont, QRawFont

ROOT = Path(__file__).parents[3]
FILES = (("ui", "*.ui"), ("resources/templates", "*"), ("resources/translations", "*.pot"))
PATTERN = ("kdc_desktop/audience/kit/speaking.py", "[")
"""It takes such signs out of what is spoken."""
UNSEEN = {"\u2028", "\u2029", "\u200b", "\u00ad", "\ufeff"}
"""They part lines or words and have no face."""


def texts() -> Iterator[tuple[str, str]]:
    """Where, and what: of what is shown, without its docstrings, of forms, templates and texts."""
    shown = (ROOT / "kdc_desktop" / floor for floor in ("screens", "audience"))
    for file in sorted(file for floor in shown for file in floor.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        told = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or id(node) in told:
                continue
            if isinstance(node.value, str):
                yield str(file.relative_to(ROOT)), node.value
    for folder, pattern in FILES:
        for file in sorted((ROOT / folder).rglob(pattern)):
            if file.is_file():
                yield str(file.relative_to(ROOT)), file.read_text(encoding="utf-8")


def test_every_sign_has_a_face_in_inter(theme: object) -> None:
    font = QRawFont.fromFont(QFont("Inter"))
    assert font.familyName() == "Inter"
    missing = {
        (where, sign)
        for where, text in texts()
        for sign in re.findall(r"[^\x00-\x7f]", text)
        if not (where == PATTERN[0] and text.startswith(PATTERN[1]))
        if sign not in UNSEEN and not font.supportsCharacter(ord(sign))
    }
    assert missing == set()
