"""Nobody shows what was voted without the rule of hiding: who touches papers is named here.

A new module that reads papers, or what they come to, fails this test. Most want `told.told_of` (or
a `PollResult`): what comes from there has passed the rule, see decision 0029.
"""

import ast
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[3] / "kdc_desktop"
TABLES = ("ballot_paper", "ballot_mark")
PAPERS = {"BallotPaper", "BallotMark", "papers_read", "tally_read", "tally_in", "ballots_in"}
READ_PAPERS = {
    "model/__init__.py": "names the tables",
    "services/polls/papers.py": "casts them",
    "services/polls/urns.py": "pours an urn into them",
    "services/polls/ballots.py": "reads them for the count",
    "services/polls/questions.py": "counts how many came in, which is the turnout",
    "services/polls/told.py": "asks the rule",
    "services/polls/beside.py": "counts how many came in, beside the roll",
    "services/polls/book.py": "reads them for the rule, once for all sheets",
    "services/polls/results.py": "counts them ahead for the rule; gives papers with names",
    "services/polls/placings.py": "adds them up in the file, for the rule",
    "services/polls/board_badge.py": "counts how many there are, to know whether that takes long",
    "services/polls/paper_sheets.py": "writes papers with names",
    "services/polls/papers_out.py": "writes papers of polls with names",
    "services/polls/likings.py": "reads papers with names",
    "services/joined/asking_ahead.py": "has questions compiled, of no poll",
}
WITHOUT_NAMES = (
    "services/polls/results.py",
    "services/polls/paper_sheets.py",
    "services/polls/papers_out.py",
)
COUNT_UNTOLD = {
    "domain/polls/ballots.py": "what is counted",
    "domain/polls/ranking.py": "the rule",
    "domain/polls/splits.py": "the rule",
    "services/winners/marking.py": "hands what was counted to the rule",
    "services/polls/badges.py": "says what is handed on",
    "services/polls/results.py": "hands it to the rule",
    "services/polls/result_rows.py": "asks how many papers each sector has, which the roll tells",
    "services/polls/ballots.py": "makes it",
    "services/polls/book.py": "hands it to the rule",
    "services/polls/told.py": "hands it to the rule",
    "screens/polls/counted.py": "keeps it while its poll is shown",
    "screens/polls/poll_verbs.py": "hands it on",
}


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return imported | read | {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def modules() -> dict[str, set[str]]:
    return {
        path.relative_to(PROGRAM).as_posix(): names_in(path)
        for path in sorted(PROGRAM.rglob("*.py"))
        if "migrations" not in path.parts
    }


MODULES = modules()


def test_who_reads_papers_is_known_and_has_a_reason() -> None:
    found = {name for name, names in MODULES.items() if names & PAPERS}
    assert found == set(READ_PAPERS) & found
    assert set(READ_PAPERS) - found == set(), "named here, and reads none any more"


def test_plain_sql_names_papers_where_they_are_counted_kept_and_mended_only() -> None:
    found = {
        path.relative_to(PROGRAM).as_posix()
        for path in PROGRAM.rglob("*.py")
        if "migrations" not in path.parts
        and any(table in path.read_text(encoding="utf-8") for table in TABLES)
    }
    assert found == {
        "model/polls.py",
        "services/polls/reading.py",  # for the count
        "services/polls/checks.py",  # whether there are as many as the roll says
        "services/joined/people.py",  # what is told of a person who is to be forgotten
        "storage/half_cast.py",  # takes them out of old backups
    }


def test_who_holds_what_was_counted_is_known_and_has_a_reason() -> None:
    found = {name for name, names in MODULES.items() if "Ballots" in names}
    assert found == set(COUNT_UNTOLD)


def test_what_was_counted_is_looked_into_by_the_rule_only() -> None:
    """`Ballots.count` and `of_sectors` are everything; outside the rule nobody reads them."""
    inside = {name for name in COUNT_UNTOLD if name.startswith("domain/")}
    holders = {name: MODULES[name] for name in COUNT_UNTOLD if name not in inside}
    assert {name for name, names in holders.items() if "of_sectors" in names} == set()
    for name in holders:
        tree = ast.parse((PROGRAM / name).read_text(encoding="utf-8"))
        counts = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and node.attr == "count"
            and isinstance(node.value, ast.Name)
            and node.value.id in ("ballots", "counted")
        ]
        assert counts == [], name


@pytest.mark.parametrize("name", WITHOUT_NAMES)
def test_whoever_gives_papers_out_asks_whether_they_have_names(name: str) -> None:
    assert "NAMED" in MODULES[name]


def test_a_count_is_told_in_words_where_it_has_passed_the_rule_or_there_is_no_club() -> None:
    words = "from kdc_desktop.domain.polls.words import"
    found = {
        path.relative_to(PROGRAM).as_posix()
        for path in PROGRAM.rglob("*.py")
        if words in path.read_text(encoding="utf-8")
    }
    assert found == {
        "services/polls/result_told.py",  # of a result that has passed
        "commands/count.py",  # counts an election file: no club, no names
    }
