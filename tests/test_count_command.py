"""The command that counts a file of ballot papers: what it prints, and its exit status."""

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kdc_desktop.cli import main
from kdc_desktop.commands.count import RULES
from kdc_desktop.domain.polls.methods import methods
from tests.interchange.elections.files import DEBIAN, GYLES, WIELICZKA

SCORES = "paper,option,value\n1,a,5\n1,b,2\n2,a,2\n3,,\n4,a,0\n"
ROWS = "3,5,8\n1,2,\n,1,1\n,,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {"w.pb": WIELICZKA, "d.toi": DEBIAN, "g.cat": GYLES, "s.csv": SCORES, "r.csv": ROWS}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def counted(file: Path, method: str, capsys: pytest.CaptureFixture[str]) -> Any:
    assert main(["count", str(file), "--method", method, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_every_rule_can_be_asked_for() -> None:
    assert set(RULES) == {rule.key for method in methods() for rule in method.rules}


def test_the_result_of_a_budget_for_programs(folder: Path, capsys) -> None:
    result = counted(folder / "w.pb", "greedy", capsys)
    assert list(result) == ["method", "papers", "blank", "options", "rounds", "rule"]
    assert (result["method"], result["papers"], result["blank"]) == ("greedy", 10, 0)
    assert result["options"][:3] == [
        {"id": "4", "title": "4", "place": 1, "tied": False, "winner": True, "value": 6},
        {"id": "5", "title": "5", "place": 2, "tied": False, "winner": True, "value": 5},
        {"id": "1", "title": "1", "place": 3, "tied": True, "winner": False, "value": 4},
    ]
    shared = counted(folder / "w.pb", "equal_shares", capsys)
    assert [one["id"] for one in shared["options"] if one["winner"]] == ["4", "1"]
    assert shared["rounds"][1] == {
        "words": "“4” costs 1,400: 6 pay 233.33 each.",
        "values": {"4": "700/3"},
    }


def test_numbers_of_alternatives_stay_numbers_and_fractions_are_exact(folder: Path, capsys) -> None:
    borda = counted(folder / "d.toi", "borda", capsys)
    assert [(one["id"], one["value"]) for one in borda["options"]] == [
        (3, 74),  # 12·3 + 9·3 + 8·1 + 3·1
        (1, 53),
        (2, "99/2"),
        (4, "31/2"),
    ]
    assert borda["papers"] == 32
    scores = counted(folder / "s.csv", "score", capsys)
    assert [(one["id"], Fraction(one["value"])) for one in scores["options"]] == [
        ("a", Fraction(7, 3)),
        ("b", Fraction(2)),
    ]
    assert scores["options"][0]["value"] == "7/3"
    assert (scores["papers"], scores["blank"]) == (4, 1)


def test_approvals_of_a_file_of_categories(folder: Path, capsys) -> None:
    result = counted(folder / "g.cat", "approval", capsys)
    assert [(one["id"], one["value"]) for one in result["options"]] == [(2, 23), (1, 10), (3, 0)]
    assert result["blank"] == 10


def test_what_people_read(folder: Path, capsys) -> None:
    assert main(["count", str(folder / "w.pb"), "--method", "greedy"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Funded in the order of approvals, as long as the cost fits in what is left.",
        "10 papers were counted.",
        "",
        " 1  4  6  funded",
        " 2  5  5  funded",
        "=3  1  4",
        "=3  2  4",
        " 5  7  3",
        "",
        "“4” has 6 approvals and costs 1,400: it is funded, and 1,100 is left.",
        "“5” has 5 approvals and costs 1,000: it is funded, and 100 is left.",
        "“1” has 4 approvals and costs 600; only 100 is left.",
        "“2” has 4 approvals and costs 800; only 100 is left.",
        "“7” has 3 approvals and costs 1,200; only 100 is left.",
        "",
        "“4” and “5” are funded, for 2,400 of 2,500.",
        "",
        "100 of 2,500 is left.",
    ]


@pytest.mark.parametrize(
    ("file", "method", "sentence"),
    [
        (
            "w.pb",
            "schulze",
            "w.pb: These papers say something else. Count them by one of these: approval, dots, "
            "greedy, equal_shares.",
        ),
        (
            "d.toi",
            "approval",
            "d.toi: These papers say something else. Count them by one of these: borda, schulze, "
            "irv, condorcet.",
        ),
        ("s.csv", "approval", "s.csv: Line 2: “a” is given 5. Give each option at most one yes."),
        ("r.csv", "greedy", "r.csv: Nothing says how much money there is. Add --total AMOUNT."),
    ],
)
def test_a_method_that_does_not_go_with_the_file_is_a_sentence(
    folder: Path, file: str, method: str, sentence: str, capsys
) -> None:
    assert main(["count", str(folder / file), "--method", method]) == 1
    assert capsys.readouterr().err.strip() == sentence


def test_the_total_and_the_scale_can_be_said(folder: Path, capsys) -> None:
    asked = ["count", str(folder / "w.pb"), "--method", "greedy", "--total", "1999.50", "--json"]
    assert main(asked) == 0
    result = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in result["options"] if one["winner"]] == ["4"]
    assert result["rounds"][0]["values"] == {"4": "1199/2"}
    asked = ["count", str(folder / "s.csv"), "--method", "score", "--scale", "0", "4"]
    assert main(asked) == 1
    assert "“a” is given 5." in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["w.pb"],
        ["w.pb", "--method", "lottery"],
        ["w.pb", "--method", "greedy", "--total", "-5"],
        ["w.pb", "--method", "greedy", "--total", "lots"],
        ["w.pb", "--method", "score", "--scale", "1"],
    ],
)
def test_wrong_usage_ends_with_2(words: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["count", *words])
    assert ended.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_file_that_is_not_there_or_no_election_is_a_sentence(folder: Path, capsys) -> None:
    (folder / "x.soc").mkdir()
    (folder / "x.docx").write_text("x")
    for name in ("nothing.pb", "x.soc", "x.docx"):
        assert main(["count", str(folder / name), "--method", "greedy"]) == 1
        said = capsys.readouterr().err.strip()
        assert said.endswith(".")
        assert "Traceback" not in said


def test_neither_a_window_nor_a_database_is_loaded_to_count(folder: Path) -> None:
    code = (
        "import sys; from kdc_desktop.cli import main; "
        f"main(['count', {str(folder / 'd.toi')!r}, '--method', 'borda']); "
        "print(sorted({'PySide6', 'sqlalchemy', 'pandas'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
