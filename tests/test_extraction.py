"""Every text of the program reaches the translators, and their catalogues reach the program."""

import gettext
import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_dev import ROOT, load

texts = load("texts", ROOT / "packaging" / "texts.py")

CODE = """
from kdc_desktop.i18n import _, lazy, ngettext, nlazy, npgettext, pgettext, plazy
# For translators: on the door
TITLE = lazy("Welcome {name}", name="x")
_("Plain"), pgettext("state", "Open"), plazy("verb", "Open")
ngettext("{count} idea", "{count} ideas", 2), nlazy("one", "many", 2)
npgettext("card", "{count} vote", "{count} votes", 2)
log("nothing")
"""
FORM = """<ui><property><string>Save &amp;&amp; close</string></property>
<string comment="state">Open</string><string notr="true">·</string><string/></ui>"""
TEMPLATE = """
name = "Evening"
description = "An evening."
[[stage]]
kind = "talk"
title = "Talk"
notes = \"\"\"
Speak.
\"\"\"
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for place, content in [
        ("kdc_desktop/a.py", CODE),
        ("ui/a/form.ui", FORM),
        ("resources/templates/evening.toml", TEMPLATE),
    ]:
        file = tmp_path / place
        file.parent.mkdir(parents=True)
        file.write_text(content, encoding="utf-8")
    return tmp_path


def write(files: dict[Path, bytes]) -> None:
    for file, content in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def test_texts_are_found_in_code_forms_and_templates(house: Path) -> None:
    found = [(text.context, text.id) for text in texts.template(house) if text.id]
    assert found == [
        (None, "Welcome {name}"),
        (None, "Plain"),
        ("state", "Open"),
        ("verb", "Open"),
        (None, ("{count} idea", "{count} ideas")),
        (None, ("one", "many")),
        ("card", ("{count} vote", "{count} votes")),
        (None, "Save && close"),
        (None, "Evening"),
        (None, "An evening."),
        (None, "Talk"),
        (None, "Speak."),
    ]


def test_a_remark_for_translators_goes_along(house: Path) -> None:
    assert texts.template(house).get("Welcome {name}").auto_comments == ["on the door"]


def test_what_is_translated_is_what_the_program_reads(house: Path) -> None:
    files, _mistakes = texts.wanted(["fi"], house)
    write(files)
    po = house / "resources/translations/fi/LC_MESSAGES/kdc-desktop.po"
    written = po.read_text(encoding="utf-8")
    po.write_text(
        written.replace('msgid "Plain"\nmsgstr ""', 'msgid "Plain"\nmsgstr "Pelkkä"'),
        encoding="utf-8",
    )
    files, mistakes = texts.wanted([], house)
    spoken = gettext.GNUTranslations(io.BytesIO(files[po.with_suffix(".mo")]))
    assert (spoken.gettext("Plain"), spoken.gettext("Talk"), mistakes) == ("Pelkkä", "Talk", [])


def test_nothing_changes_when_nothing_changed(house: Path) -> None:
    files, _mistakes = texts.wanted(["fi"], house)
    write(files)
    assert texts.wanted([], house)[0] == files


def test_a_place_that_english_does_not_have_is_told(house: Path) -> None:
    files, _mistakes = texts.wanted(["fi"], house)
    write(files)
    po = house / "resources/translations/fi/LC_MESSAGES/kdc-desktop.po"
    written = po.read_text(encoding="utf-8")
    po.write_text(
        written.replace(
            'msgid "Welcome {name}"\nmsgstr ""', 'msgid "Welcome {name}"\nmsgstr "Hei {nimi}"'
        ),
        encoding="utf-8",
    )
    assert texts.wanted([], house)[1] == ["fi: “Hei {nimi}” names nimi"]


def test_the_texts_for_translators_are_those_of_the_program() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "packaging" / "texts.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\nRun: python3 packaging/dev.py texts"
