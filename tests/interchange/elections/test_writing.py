"""What is written is read again as the same papers, and counted to the same result."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls.cast import Papers, Spot, cast_of, papers_of
from kdc_desktop.domain.polls.methods import method_of, methods
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.terms import CriterionTerms, PollChoice, Terms
from kdc_desktop.errors import UserError
from kdc_desktop.interchange.elections.election import Election
from kdc_desktop.interchange.elections.fitting import fitted
from kdc_desktop.interchange.elections.preflib_out import preflib_kind
from kdc_desktop.interchange.elections.reading import read_election
from kdc_desktop.interchange.elections.writing import election_of, write_election
from tests.examples import examples
from tests.interchange.elections.files import DEBIAN, GYLES, WIELICZKA, read, said

NAMES = ("Benches", "=2+3", "Bäume, alt", 'The "old" pool; closed')
OPTIONS = tuple(
    PollChoice(key, name, cost)
    for key, name, cost in zip((11, 3, 40, 7), NAMES, (20, 50, 15, 0), strict=True)
)
TERMS = Terms(
    OPTIONS,
    lowest=-1,
    highest=3,
    total=210,
    unit=2,
    criteria=(CriterionTerms(1, "Impact", 2), CriterionTerms(2, "Effort, overall", 1)),
)
Cast = list[tuple[dict[Spot, int], int, str | None]]
Together = Counter[tuple[frozenset[tuple[tuple[str | int, int], int]], str | None]]


def terms_for(method: str) -> Terms:
    """Grades have a scale of their own."""
    return replace(TERMS, lowest=0, highest=5) if method == "majority_judgment" else TERMS


def papers_for(method: str) -> st.SearchStrategy[Cast]:
    """Valid papers of a method, as they are kept, with sectors and how often they were cast."""
    found, terms = method_of(method), terms_for(method)
    levels = found.levels(terms)
    value = st.sampled_from([one.value for one in levels]) if levels else st.integers(1, 4)
    marks = st.dictionaries(st.sampled_from(list(found.spots(terms))), value, max_size=5)
    valid = marks.filter(lambda one: check(found, terms, one) is None)
    kept = valid.map(lambda one: found.kept(terms, one))
    return st.lists(st.tuples(kept, st.integers(1, 3), st.sampled_from(["C", "P", None])))


def together(election: Election) -> Together:
    """How often each paper was cast, whatever the order of papers."""
    found: Together = Counter()
    for times, marks, sector in said(election):
        found[frozenset(marks.items()), sector] += times
    return found


@pytest.mark.parametrize("method", [one.key for one in methods()])
def test_a_table_holds_the_papers_of_every_method(method: str, tmp_path: Path) -> None:
    @settings(max_examples=examples(15), deadline=None)
    @given(papers_for(method))
    def look(cast: Cast) -> None:
        made = election_of(terms_for(method), papers_of(TERMS.ids, cast), method)
        write_election(made, tmp_path / "p.csv")
        again = read_election(tmp_path / "p.csv")
        assert said(again) == said(made)
        assert again.terms == made.terms
        found = method_of(method)
        terms, papers = fitted(again, found)
        for rule in found.rules:
            counted = found.count(cast_of(papers), terms, rule)
            assert counted == found.count(cast_of(made.papers), made.terms, rule)

    look()


@pytest.mark.parametrize("method", ["approval", "dots", "score"])
def test_pabulib_holds_yeses_points_and_scores(method: str, tmp_path: Path) -> None:
    @settings(max_examples=examples(15), deadline=None)
    @given(papers_for(method))
    def look(cast: Cast) -> None:
        made = election_of(TERMS, papers_of(TERMS.ids, cast), method)
        write_election(made, tmp_path / "p.pb")
        again = read_election(tmp_path / "p.pb")
        assert again.ids == ("11", "3", "40", "7")
        assert together(again) == Counter(
            {
                (frozenset(((str(key[0]), 0), value) for key, value in marks), sector): times
                for (marks, sector), times in together(made).items()
            }
        )
        assert [one.cost * TERMS.unit for one in again.terms.options] == [
            one.cost * again.terms.unit for one in OPTIONS
        ]
        assert again.terms.total * TERMS.unit == TERMS.total * again.terms.unit

    look()


def ranked(*orders: str) -> Papers:
    """Papers as orders of the letters A to D; letters in one word are tied."""
    return papers_of(
        TERMS.ids,
        [
            (
                {
                    Spot(TERMS.ids["ABCD".index(letter)]): rank
                    for rank, word in enumerate(order.split(), start=1)
                    for letter in word
                },
                1,
            )
            for order in orders
        ],
    )


@pytest.mark.parametrize(
    ("orders", "kind"),
    [
        (("A B C D", "D C B A"), "soc"),
        (("A B C D", "D C"), "soi"),
        (("A B CD", "D C B A"), "toc"),
        (("A BC", "D", ""), "toi"),
        (("A B C D", ""), "soi"),
        ((), "soi"),
    ],
)
def test_orders_are_written_as_strictly_as_they_are(
    orders: tuple[str, ...], kind: str, tmp_path: Path
) -> None:
    made = election_of(TERMS, ranked(*orders), "ranking")
    assert preflib_kind(made) == kind
    places: dict[str | int, int] = {key: at for at, key in enumerate(TERMS.ids, start=1)}
    for ending in ("soc", "soi", "toc", "toi"):
        file = tmp_path / f"p.{ending}"
        holds = (ending[0] == "t" or kind[0] == "s") and (ending[2] == "i" or kind[2] == "c")
        if not holds:
            with pytest.raises(UserError, match=f"ends in .{kind}"):
                write_election(made, file)
            assert not file.exists()
            continue
        write_election(made, file)
        again = read_election(file)
        assert [one.title for one in again.terms.options] == list(NAMES)
        assert together(again) == Counter(
            {
                (frozenset(((places[key[0]], 0), rank) for key, rank in marks), None): times
                for (marks, _sector), times in together(made).items()
            }
        )


@pytest.mark.parametrize("method", ["approval", "score", "majority_judgment"])
def test_categories_hold_yeses_scores_and_grades(method: str, tmp_path: Path) -> None:
    @settings(max_examples=examples(15), deadline=None)
    @given(papers_for(method))
    def look(cast: Cast) -> None:
        made = election_of(terms_for(method), papers_of(TERMS.ids, cast), method)
        write_election(made, tmp_path / "p.cat")
        found = method_of(method)
        terms, papers = fitted(read_election(tmp_path / "p.cat"), found)
        ours = found.count(cast_of(made.papers), made.terms, found.rule())
        again = found.count(cast_of(papers), terms, found.rule())
        assert [(one.place, one.value) for one in again.options] == [
            (one.place, one.value) for one in ours.options
        ]
        assert (again.papers, again.blank) == (ours.papers, ours.blank)

    look()


@pytest.mark.parametrize(
    ("name", "text"), [("d.toi", DEBIAN), ("g.cat", GYLES), ("w.pb", WIELICZKA)]
)
def test_files_of_others_come_back_as_they_were(name: str, text: str, tmp_path: Path) -> None:
    found = read(tmp_path, name, text)
    write_election(found, tmp_path / f"again-{name}")
    again = read_election(tmp_path / f"again-{name}")
    assert together(again) == together(found)
    assert (again.ids, again.categories) == (found.ids, found.categories)
    assert again.terms == found.terms
    if name != "g.cat":
        write_election(found, tmp_path / "table.csv")
        table = read_election(tmp_path / "table.csv")
        assert [str(key) for key in table.ids] == [str(key) for key in found.ids]
        assert Counter(times for times, *_rest in said(table)) == Counter(
            times for times, *_rest in said(found)
        )


@pytest.mark.parametrize(
    ("method", "name", "sentence"),
    [
        ("quadratic", "p.pb", "Pabulib cannot hold these papers."),
        ("pairwise", "p.pb", "Pabulib cannot hold these papers."),
        ("dots", "p.soi", "PrefLib has no files for papers like these."),
        (
            "approval",
            "p.soi",
            "A .soi file cannot hold these papers. Take a name that ends in .cat.",
        ),
        ("dots", "p.docx", "Papers are written to files that end in .soc"),
    ],
)
def test_what_a_file_cannot_hold_is_a_sentence_and_no_file(
    method: str, name: str, sentence: str, tmp_path: Path
) -> None:
    made = election_of(TERMS, papers_of(TERMS.ids, [({}, 1)]), method)
    with pytest.raises(UserError, match=sentence):
        write_election(made, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_an_order_with_ties_is_none_of_pabulib(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Pabulib cannot hold these papers"):
        write_election(election_of(TERMS, ranked("AB C"), "ranking"), tmp_path / "p.pb")
    write_election(election_of(TERMS, ranked("A C"), "ranking"), tmp_path / "p.pb")
    assert said(read_election(tmp_path / "p.pb")) == [(1, {("11", 0): 1, ("40", 0): 2}, None)]


def test_nothing_written_is_calculated_with_by_a_spreadsheet_program(tmp_path: Path) -> None:
    made = election_of(TERMS, papers_of(TERMS.ids, [({3: 1}, 1, "=1+1")]), "approval")
    write_election(made, tmp_path / "p.csv")
    cells = [
        cell
        for line in (tmp_path / "p.csv").read_text(encoding="utf-8").splitlines()
        for cell in line.split(",")
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert said(read_election(tmp_path / "p.csv"))[0][2] == "=1+1"
