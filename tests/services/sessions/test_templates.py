"""Session templates are data files that people may add to: every one of them must be usable."""

import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kdc_desktop import i18n
from kdc_desktop.domain.stage_kinds import BY_KEY
from kdc_desktop.paths import resource
from kdc_desktop.services.sessions import planning, questions
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import open_database

FILES = sorted(resource("templates").glob("*.toml"))


def read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_the_three_templates_are_there() -> None:
    assert [path.stem for path in FILES] == ["hackathon", "innovators-club", "pilot-workshop"]


def test_template_names_differ() -> None:
    assert len({read(path)["name"] for path in FILES}) == len(FILES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_template_is_complete(path: Path) -> None:
    template = read(path)
    assert set(template) - {"minutes_note"} == {"name", "description", "stage"}
    for stage in template["stage"]:
        assert set(stage) - {"preset"} == {"kind", "title", "prompt", "minutes", "notes"}
        assert stage["kind"] in BY_KEY
        assert isinstance(stage["minutes"], int)
        assert stage["minutes"] > 0
        assert all(stage[key].strip() for key in ("title", "prompt", "notes"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_template_goes_from_the_door_to_the_close(path: Path) -> None:
    kinds = [stage["kind"] for stage in read(path)["stage"]]
    assert (kinds[0], kinds[-1]) == ("check_in", "close")


def test_the_club_evening_takes_about_three_hours_and_a_half() -> None:
    stages = read(resource("templates", "innovators-club.toml"))["stage"]
    minutes = [stage["minutes"] for stage in stages]
    assert minutes == [30, 15, 25, 15, 10, 10, 10, 15, 10, 10, 25, 30, 10]
    assert sum(minutes) == 3 * 60 + 35


def test_at_a_club_evening_people_meet_and_say_what_they_offer_before_they_choose() -> None:
    stages = read(resource("templates", "innovators-club.toml"))["stage"]
    kinds = [stage["kind"] for stage in stages]
    after_the_break = kinds[kinds.index("break") + 1 :]
    assert after_the_break == ["tables", "offers", "interests", "consortia", "vision", "close"]


@pytest.fixture
def pseudo() -> Iterator[None]:
    i18n.use(i18n.PSEUDO)
    yield
    i18n.use("en")


@pytest.mark.usefixtures("pseudo")
def test_a_session_is_planned_in_the_language_of_that_moment(tmp_path: Path) -> None:
    database = open_database(tmp_path / "club.kdc")
    planned = planning.plan_session(database, "Evening", datetime(2026, 11, 3), templates()[0])
    i18n.use("en")
    first, *_ = questions.stages(database, planned)
    database.close()
    assert first.title == "⟦Çĥéçķ-îñ ~~~~⟧"
    assert all(text.startswith("⟦") for text in (first.prompt, first.notes))
