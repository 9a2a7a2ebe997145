"""Writes ballot papers as a table with a row for each mark, below a head that says what it is."""

import csv
import io
from collections.abc import Iterator, Sequence

from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.interchange.elections.amounts import amount_out
from kdc_desktop.interchange.elections.election import Election
from kdc_desktop.interchange.elections.paper_walk import each_paper
from kdc_desktop.interchange.elections.votes_rows import PAIRWISE
from kdc_desktop.interchange.formulas import armed


def votes_csv(election: Election) -> Iterator[str]:
    """The lines of the table; a reader of ours has the same papers and terms from them."""
    terms, papers = election.terms, election.papers
    for row in _head(election):
        yield "# " + _line(row)
    ids = [_line([_word(one)]).rstrip("\n") for one in election.ids]
    parts = {one.id: at for at, one in zip(ids, terms.options, strict=True)}
    with_part, with_times = bool(papers.part.any()), bool((papers.times != 1).any())
    with_sector = papers.sectors != (None,)
    extra = ["sector"] * with_sector + ["times"] * with_times
    yield _line(["paper", "option", *["part"] * with_part, "value", *extra])
    for number, paper in enumerate(each_paper(papers), start=1):
        tail = f",{_line([_word(paper.sector or '')]).rstrip()}" if with_sector else ""
        tail += f",{paper.times}\n" if with_times else "\n"
        if not paper.options:
            yield f"{number},,{',' * with_part}{tail}"
        for option, part, value in zip(paper.options, paper.parts, paper.values, strict=True):
            about = parts[part] if election.method == PAIRWISE else part
            yield f"{number},{ids[option]},{f'{about},' if with_part else ''}{value}{tail}"


def _head(election: Election) -> Iterator[Sequence[str]]:
    """What the papers are, and what is on them."""
    terms = election.terms
    if election.method:
        yield "method", election.method
    yield "scale", str(terms.lowest), str(terms.highest)
    if terms.marks_each:
        yield "marks each", str(terms.marks_each)  # untranslated: for programs
    yield "most on one", str(terms.most_on_one)  # untranslated: for programs
    if terms.total:
        yield "total", amount_out(terms.total, terms.unit)
    for key, one in zip(election.ids, terms.options, strict=True):
        cost = (amount_out(one.cost, terms.unit),) if one.cost else ()
        yield "option", _word(key), _word(one.title), *cost
    for criterion in terms.criteria:
        weight = str(criterion.weight)
        yield "criterion", str(criterion.number), _word(criterion.name), weight


def _word(text: str | int) -> str:
    """A word as it stands in a cell: on one line, and never calculated with."""
    return armed(on_one_line(text)) if isinstance(text, str) else str(text)


def _line(cells: Sequence[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue()
