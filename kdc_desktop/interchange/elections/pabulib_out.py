"""Writes Pabulib (.pb): yeses, points, scores, or orders without ties."""

import csv
import io
from collections.abc import Iterator, Sequence

from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange.elections.amounts import amount_out
from kdc_desktop.interchange.elections.election import MOST_MARKS, Election, Marked
from kdc_desktop.interchange.elections.paper_walk import WalkedPaper, each_paper

_KINDS = {
    Marked.YESES: "approval",
    Marked.POINTS: "cumulative",
    Marked.SCORES: "scoring",
    Marked.RANKS: "ordinal",
}
_ABOUT = ("description", "country", "unit", "instance", "rule", "date_begin", "date_end")


def pabulib(election: Election) -> Iterator[str]:
    """The lines of the file.

    Raises:
        UserError: Pabulib does not hold such papers.
    """
    kind = _KINDS.get(election.marked)
    if kind is None or (kind == "ordinal" and _has_ties(election)):
        raise UserError(_("Pabulib cannot hold these papers. Take a name that ends in .csv."))
    if election.papers.cast > MOST_MARKS:
        raise UserError(_("A .pb file has a line for each paper, and these are too many."))
    if any("," in str(key) for key in election.ids):
        raise UserError(_("In a .pb file no id has a comma in it. Take a name that ends in .csv."))
    for title, rows in (
        ("META", _meta(election, kind)),
        ("PROJECTS", _projects(election)),
        ("VOTES", _votes(election, kind)),
    ):
        yield f"{title}\n"
        yield from map(_line, rows)


def _has_ties(election: Election) -> bool:
    return any(len(set(one.values)) < len(one.values) for one in each_paper(election.papers))


def _meta(election: Election, kind: str) -> Iterator[Sequence[str]]:
    terms, head = election.terms, election.head
    yield "key", "value"
    for key in _ABOUT[:4]:
        yield key, head.get(key, "")
    yield "num_projects", str(len(election.ids))
    yield "num_votes", str(election.papers.cast)
    yield "budget", amount_out(terms.total, terms.unit)
    yield "vote_type", kind
    for key in _ABOUT[4:]:
        yield key, head.get(key, "")
    if terms.marks_each:
        yield "max_sum_points" if kind == "cumulative" else "max_length", str(terms.marks_each)
    if kind == "scoring":
        yield "min_points", str(terms.lowest)
        yield "max_points", str(terms.highest)


def _projects(election: Election) -> Iterator[Sequence[str]]:
    yield "project_id", "cost", "name"
    unit = election.terms.unit
    for key, one in zip(election.ids, election.terms.options, strict=True):
        yield str(key), amount_out(one.cost, unit), on_one_line(one.title)


def _votes(election: Election, kind: str) -> Iterator[Sequence[str]]:
    with_sector = election.papers.sectors != (None,)
    pointed = kind in ("cumulative", "scoring")
    yield ["voter_id", "vote", *["points"] * pointed, *["sector"] * with_sector]
    ids, number = [str(key) for key in election.ids], 0
    for paper in each_paper(election.papers):
        marks = _marks(paper, kind)
        vote = ",".join(ids[option] for option, _value in marks)
        points = [",".join(str(value) for _option, value in marks)] * pointed
        row = [vote, *points, *[paper.sector or ""] * with_sector]
        for _once in range(paper.times):
            number += 1
            yield [str(number), *row]


def _marks(paper: WalkedPaper, kind: str) -> list[tuple[int, int]]:
    """Options with their values, those of an order from its first place on."""
    marks = list(zip(paper.options, paper.values, strict=True))
    return sorted(marks, key=lambda mark: mark[1]) if kind == "ordinal" else marks


def _line(cells: Sequence[str]) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="\n").writerow(cells)
    return written.getvalue()
