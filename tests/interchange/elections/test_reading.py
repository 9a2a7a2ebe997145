"""Election files are read as they are, and what is wrong in one is a sentence with its line."""

from pathlib import Path

import pytest

from kdc_desktop.domain.polls.terms import PollChoice
from kdc_desktop.errors import UserError
from kdc_desktop.interchange.elections.election import MOST_MARKS, Marked
from tests.interchange.elections.files import DEBIAN, GYLES, WIELICZKA, read, said

HEAD = DEBIAN[: DEBIAN.index("12:")].replace("# NUMBER VOTERS: 32\n", "")
POINTS = """\
META
key;value
budget;100,50
vote_type;cumulative
max_sum_points;5
PROJECTS
project_id;cost;name
x-1;30;"Benches; and ""lamps""\"
y;20.25;Trees
VOTES
voter_id;vote;points;sector
a;x-1,y;3,2;C
b;y;5;P
c;;;C
"""


def test_an_order_is_read_with_its_ties_and_how_often_it_was_cast(tmp_path: Path) -> None:
    found = read(tmp_path, "d.toi", DEBIAN)
    assert (found.method, found.marked, found.ids) == ("ranking", Marked.RANKS, (1, 2, 3, 4))
    assert found.terms.title(3) == "Bdale Garbee"
    assert found.head["TITLE"] == "Debian 2002 Leader"
    assert said(found) == [
        (12, {(3, 0): 1, (1, 0): 2, (2, 0): 3, (4, 0): 4}, None),
        (9, {(3, 0): 1, (1, 0): 2, (2, 0): 2, (4, 0): 3}, None),
        (8, {(2, 0): 1}, None),
        (3, {(1, 0): 1, (4, 0): 1, (3, 0): 2}, None),
    ]


def test_a_file_from_before_2022_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, "old.soc", "3\n1,Ann\n2,Bo\n3,Cy\n5,5,2\n3,1,2,3\n2,3,2,1\n")
    assert [one.title for one in found.terms.options] == ["Ann", "Bo", "Cy"]
    assert [(times, list(marks)) for times, marks, _sector in said(found)] == [
        (3, [(1, 0), (2, 0), (3, 0)]),
        (2, [(3, 0), (2, 0), (1, 0)]),
    ]


def test_categories_are_read_with_their_names(tmp_path: Path) -> None:
    found = read(tmp_path, "g.cat", GYLES)
    assert (found.marked, found.categories) == (Marked.CATEGORIES, ("Yes", "No"))
    assert said(found)[0] == (13, {(2, 0): 1, (1, 0): 2, (3, 0): 2}, None)


def test_approvals_are_read_with_costs_and_total(tmp_path: Path) -> None:
    found = read(tmp_path, "w.pb", WIELICZKA)
    assert (found.method, found.ids) == ("budget", ("1", "2", "4", "5", "7"))
    assert found.terms.options[2] == PollChoice(3, "4", 1400)
    assert (found.terms.total, found.terms.unit, found.terms.marks_each) == (2500, 1, 3)
    assert said(found)[4] == (1, {("1", 0): 1, ("4", 0): 1, ("7", 0): 1}, None)


def test_votes_without_numbers_of_voters_are_read(tmp_path: Path) -> None:
    text = POINTS.replace("voter_id;", "").replace("\na;x", "\nx").replace("\nb;y", "\ny")
    found = read(tmp_path, "n.pb", text.replace("\nc;;;C", "\ny;1"))
    assert [marks for _times, marks, _sector in said(found)][1:] == [{("y", 0): 5}, {("y", 0): 1}]


def test_points_names_cents_and_blank_votes_are_read(tmp_path: Path) -> None:
    found = read(tmp_path, "p.pb", POINTS)
    assert (found.method, found.marked) == ("dots", Marked.POINTS)
    assert found.terms.options == (
        PollChoice(1, 'Benches; and "lamps"', 120),
        PollChoice(2, "Trees", 81),
    )
    assert (found.terms.total, found.terms.unit) == (402, 4)
    assert said(found) == [
        (1, {("x-1", 0): 3, ("y", 0): 2}, "C"),
        (1, {("y", 0): 5}, "P"),
        (1, {}, "C"),
    ]


@pytest.mark.parametrize(
    ("kind", "method", "marks"),
    [("scoring", "score", {"x-1": 3, "y": 2}), ("ordinal", "ranking", {"x-1": 1, "y": 2})],
)
def test_other_kinds_of_votes_are_read(
    tmp_path: Path, kind: str, method: str, marks: dict[str, int]
) -> None:
    found = read(tmp_path, "o.pb", POINTS.replace("cumulative", kind))
    assert found.method == method
    assert said(found)[0][1] == {(key, 0): value for key, value in marks.items()}


def test_who_is_not_scored_has_the_score_that_the_head_says(tmp_path: Path) -> None:
    text = POINTS.replace("cumulative", "scoring\ndefault_score;1\nmin_points;-2")
    found = read(tmp_path, "s.pb", text)
    assert said(found)[1][1] == {("y", 0): 5, ("x-1", 0): 1}
    assert said(found)[2][1] == {("x-1", 0): 1, ("y", 0): 1}
    assert (found.terms.lowest, found.terms.highest) == (-2, 5)


def test_a_row_for_each_mark(tmp_path: Path) -> None:
    text = "paper,option,value,sector\n7,a,2,C\n9,b,1,\n7,b,3,C\n8,,,P\n"
    found = read(tmp_path, "m.csv", text)
    assert found.ids == ("a", "b")
    assert said(found) == [
        (1, {("a", 0): 2, ("b", 0): 3}, "C"),
        (1, {("b", 0): 1}, None),
        (1, {}, "P"),
    ]


def test_a_row_for_each_paper(tmp_path: Path) -> None:
    found = read(tmp_path, "r.csv", "times;10;2\n4;1;\n1;;0\n\n2;;\n")
    assert found.ids == (2, 10)
    assert said(found) == [(4, {(10, 0): 1}, None), (1, {(2, 0): 0}, None), (2, {}, None)]


def test_the_head_of_a_table_says_what_it_is(tmp_path: Path) -> None:
    text = (
        '# method,criteria\n# scale,1,5\n# total,99.50\n# option,4,"Park, old",10\n'
        "# option,7,Pool,20.5\n# criterion,1,Impact,3\n# criterion,2,Effort,1\n"
        "paper,option,part,value\n1,7,2,4\n"
    )
    found = read(tmp_path, "c.csv", text)
    assert found.method == "criteria"
    assert found.terms.options == (PollChoice(4, "Park, old", 20), PollChoice(7, "Pool", 41))
    assert (found.terms.lowest, found.terms.highest, found.terms.total) == (1, 5, 199)
    assert [(one.number, one.name, one.weight) for one in found.terms.criteria] == [
        (1, "Impact", 3),
        (2, "Effort", 1),
    ]
    assert said(found) == [(1, {(7, 2): 4}, None)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_head_is_read_with_the_separator_that_a_spreadsheet_saved_it_with(
    tmp_path: Path, separator: str
) -> None:
    text = (
        "# method,score\n# scale,-2,2\n# option,a,Park\n# option,b,Pool\n"
        "paper,option,value\n1,a,2\n"
    )
    found = read(tmp_path, "h.csv", text.replace(",", separator))
    assert (found.method, found.terms.lowest, found.terms.highest) == ("score", -2, 2)
    assert [one.title for one in found.terms.options] == ["Park", "Pool"]


def test_pairs_and_criteria_as_columns(tmp_path: Path) -> None:
    pairs = read(tmp_path, "p.csv", "a>b,c>a\n1,\n1,1\n", "pairwise")
    assert pairs.ids == ("a", "b", "c")
    assert said(pairs)[1][1] == {("a", 2): 1, ("c", 1): 1}
    grid = read(tmp_path, "g.csv", "a:1,a:2\n3,\n,4\n", "criteria")
    assert said(grid) == [(1, {("a", 1): 3}, None), (1, {("a", 2): 4}, None)]
    assert [one.number for one in grid.terms.criteria] == [1, 2]


WRONG = [
    ("a.soc", HEAD + "1: 1,2,3\n", "Line 10: a .soc file ranks all 4 alternatives"),
    ("a.soc", HEAD + "1: 1,{2,3},4\n", "Line 10: a .soc file has no ties."),
    ("a.soi", HEAD + "1: 1,2,9\n", "Line 10: alternative “9” is not in the head."),
    ("a.soi", HEAD + "1: 1,2,1\n", "Line 10: an alternative stands there twice."),
    ("a.toi", HEAD + "1: 1,{2,3\n", "Line 10: its braces do not match."),
    ("a.toi", HEAD + "1: {1,2},\n", "Line 10: something is missing behind its last comma."),
    ("a.soi", HEAD + "many: 1,2\n", "Line 10: “many” is no number of papers."),
    ("a.soi", HEAD + "-4: 1,2\n", "Line 10: “-4” is no number of papers."),
    ("a.soi", HEAD + "1 2\n", "Line 10: a number of papers, “:” and an order are expected."),
    ("a.soi", HEAD + "9999999999999: 1,2\n", "The file has more papers than can be counted"),
    ("a.soi", HEAD + "1" * 30 + ": 1,2\n", "is no number of papers"),
    (
        "a.toi",
        DEBIAN[: DEBIAN.rindex("3:")],
        "The file says that it has 32 papers, and there are 29",
    ),
    ("a.soi", "# NUMBER ALTERNATIVES: 99999999\n1: 1\n", "The file has more options than can be"),
    ("a.soi", "1: 1,2\n", "The file names no alternatives"),
    ("a.soi", "99999999\n1,x\n", "The file has more options than can be counted"),
    ("a.soi", "3\n1,x\n", "Line 1: the head is not complete."),
    ("a.soi", HEAD.replace("NAME 4", "NAME 9") + "1: 1\n", "The head names alternative 9"),
    ("g.cat", GYLES.replace("{},{1", "{1"), "Line 12: it has 1 categories where 2 are expected."),
    ("w.pb", WIELICZKA[:-20], "The file says that it has 10 papers, and there are 9"),
    ("w.pb", WIELICZKA[:60], "The file has no part PROJECTS, VOTES"),
    ("w.pb", WIELICZKA.replace("4,5\n", "4,55\n"), "Line 23: project “55” is not among"),
    ("w.pb", WIELICZKA.replace("1,2,4", "1,2,2"), "Line 21: a project stands there twice."),
    ("w.pb", WIELICZKA.replace("\n2; 51", "\n1; 51"), "Line 22: voter “1” has voted before."),
    ("w.pb", WIELICZKA.replace("1; 600", "1; -600"), "Line 14: “-600” is less than nothing."),
    ("w.pb", WIELICZKA.replace("1; 600", "1; much"), "Line 14: “much” is no amount of money."),
    ("w.pb", WIELICZKA.replace("\n2; 800", "\n1; 800"), "Line 15: project “1” stands there twice."),
    ("w.pb", WIELICZKA.replace("approval", "lottery"), "META says vote_type “lottery”"),
    ("w.pb", WIELICZKA.replace("approval", "choose-1"), "Line 21: with vote_type choose-1"),
    ("w.pb", WIELICZKA.replace("approval", "scoring"), "Line 21: 3 projects and 0 points."),
    ("w.pb", WIELICZKA.replace("project_id; cost", "id; price"), "Line 13: the line of"),
    ("w.pb", "budget;5\n", "Line 1: a .pb file begins with a line “META”."),
    ("p.pb", POINTS.replace(";3,2;", ";3,x;"), "Line 12: points are whole numbers"),
    ("m.csv", "paper,option,value\n1,a,x\n", "Line 2: “x” is no whole number"),
    ("m.csv", "paper,option,value\n1,a,\n", "Line 2: it has no value."),
    ("m.csv", "paper,option\n1,a\n2,a\n1,a\n", "Line 4: this paper has said something"),
    ("m.csv", "paper,option\n,a\n", "Line 2: no paper is named"),
    ("m.csv", "paper,option,times\n1,a,2\n1,b,3\n", "Line 3: column times differs within"),
    ("m.csv", "paper,option,times\n1,a,-2\n", "Line 2: a paper cannot be cast less"),
    ("m.csv", "#\n# option,a\n# option,a\npaper,option\n", "Line 3: each option needs an id"),
    ("m.csv", "# option,a\npaper,option\n1,b\n", "Line 3: option “b” is not in the head."),
    ("m.csv", "# criterion,1,Impact\npaper,option\n", "Line 1: each criterion has a number"),
    ("m.csv", "# method,lottery\npaper,option\n", "Line 1: “lottery” is no method; these are:"),
    ("m.csv", "# total,-4\npaper,option\n", "Line 1: “-4” is less than nothing."),
    ("r.csv", "# option,c\na,b\n", "Line 2: option “a” is not in the head."),
    ("r.csv", "a,b\n1,2,3\n", "Line 2: it has more cells than there are headers."),
    ("r.csv", "a,b\n1,2\n1,2,3,4\n", "Line 3: its cells cannot be told apart."),
    ("r.csv", 'a,b\n1,2\n1,"2\n', "Line 3: its cells cannot be told apart."),
    ("r.csv", "a,,b\n1,2,3\n", "Line 1: each column needs a header"),
    ("r.csv", "a,b,a\n1,2,3\n", "Line 1: the column “a” stands there twice."),
    ("r.csv", "paper,a\nx,1\nx,1\n", "two rows have one paper"),
    ("c.csv", f"# method,criteria\na:{10**9}\n5\n", "names no criterion, such as 3:1."),
    ("r.csv", "", "The file is empty."),
    ("r.csv", "\n \n", "The file is empty."),
    ("r.csv", b"PK\x03\x04\0\0\0\0", "Some letters of the file cannot be read."),
    ("r.xlsx", "", "“r.xlsx” is no file of ballot papers."),
]


@pytest.mark.parametrize(("name", "text", "sentence"), WRONG)
def test_what_is_wrong_is_a_sentence_with_its_line(
    tmp_path: Path, name: str, text: str | bytes, sentence: str
) -> None:
    with pytest.raises(UserError) as refused:
        read(tmp_path, name, text)
    assert sentence in str(refused.value)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whatever_a_program_writes_letters_and_lines_in(
    tmp_path: Path, encoding: str, end: str
) -> None:
    text = "# option,1,Café\npaper,option\n1,1\n2,1\n".replace("\n", end)
    found = read(tmp_path, "e.csv", text.encode(encoding))
    assert found.terms.title(1) == "Café"
    assert len(said(found)) == 2


def test_blank_lines_do_not_shift_what_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Line 6: “x”"):
        read(tmp_path, "b.csv", "paper,option,value\n\n1,a,1\n\n\n2,a,x\n")


def test_a_file_that_is_too_large_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kdc_desktop.interchange.elections.reading.MOST_BYTES", 10)
    with pytest.raises(UserError, match="at most 0 MB are read"):
        read(tmp_path, "w.pb", WIELICZKA)


def test_five_thousand_million_papers_are_one_number(tmp_path: Path) -> None:
    text = HEAD + "5000000000: 1,2\n3: 2\n"
    assert read(tmp_path, "a.soi", text).papers.cast == 5_000_000_003
    rows = read(tmp_path, "a.csv", "times,a\n5000000000,1\n")
    assert rows.papers.cast == 5_000_000_000


def test_more_marks_than_memory_is_taken_for_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("paper_columns", "votes_rows", "coded_columns"):
        monkeypatch.setattr(f"kdc_desktop.interchange.elections.{place}.MOST_MARKS", 3)
    for name, text in (
        ("a.soc", HEAD + "1: 1,2,3,4\n"),
        ("a.csv", "a,b\n1,1\n1,1\n"),
        ("b.csv", "a\n" + 4 * "1\n"),
    ):
        with pytest.raises(UserError, match="more marks than can be read"):
            read(tmp_path, name, text)
    assert MOST_MARKS > 5_000_000
