"""What became of 5,000 ideas of ten years: all of them listed, and one step by step."""

from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea, Winner
from kdc_desktop.services.chains.questions import all_chains, chain_of
from kdc_desktop.storage import Database, open_database
from tests.benchmarks import ten_years
from tests.benchmarks.conftest import Record
from tests.benchmarks.test_bench_years import least

EACH = 125  # ideas an evening
SIZE = "5,000 ideas, 40 evenings, 120 consortia"


@pytest.fixture
def club(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """Ten years in which every winner is an idea, and every tenth idea lies behind another."""
    monkeypatch.setattr(ten_years, "IDEAS", EACH)
    path, lots = tmp_path / "ten.kdc", Random(2)
    ten_years.make_years(path, 10).close()
    database = open_database(path)
    with database.edit(lazy("Came of ideas")) as edit:
        ideas: dict[int, list[Idea]] = {}
        for idea in edit.scalars(select(Idea).order_by(Idea.id)):
            ideas.setdefault(idea.session_id, []).append(idea)
        for winner in edit.scalars(select(Winner)):
            winner.idea_id = lots.choice(ideas[winner.session_id][: EACH // 2]).id
        for here in ideas.values():
            for idea in here[EACH // 2 :: 10]:
                idea.parent_id = lots.choice(here[: EACH // 2]).id
    database.get_ready()
    return database


def test_all_ideas_are_followed_and_one_step_by_step(club: Database, record: Record) -> None:
    rows = all_chains(club)
    assert len(rows) == EACH * 40
    furthest = max(rows, key=lambda row: row.far.steps)
    record(
        f"what became of all ideas, read | {SIZE}",
        least(lambda: all_chains(club)),
        "ms",
        None,
        "≤ 100 ms",
    )
    record(
        f"what became of one idea, read | {SIZE}",
        least(lambda: chain_of(club, furthest.id)),
        "ms",
        None,
        "≤ 30 ms",
    )
    club.close()
