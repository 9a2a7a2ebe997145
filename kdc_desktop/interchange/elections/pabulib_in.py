"""Reads Pabulib (.pb): what there is to spend, projects with costs, and votes, as pabulib.org has
it. Each of its three parts is a table with a line of headers."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from kdc_desktop.domain.polls.terms import PollChoice, Terms
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed
from kdc_desktop.interchange.elections.amounts import amount_in, parts_of_one
from kdc_desktop.interchange.elections.election import (
    MOST_OPTIONS,
    Election,
    cut_short,
    fault,
    too_many_options,
    whole,
)
from kdc_desktop.interchange.elections.pabulib_votes import PabulibVotes

_PARTS = ("META", "PROJECTS", "VOTES")
_TITLES = (*_PARTS, "")
_NEEDED = {"META": ("key", "value"), "PROJECTS": ("project_id", "cost"), "VOTES": ("vote",)}


class _Row(NamedTuple):
    """A line of one of the parts, and the headers of that."""

    part: str
    line: int
    headers: Sequence[str]
    row: Sequence[str]

    @property
    def cells(self) -> dict[str, str]:
        """The cells by their headers; those that are missing are blank."""
        cells = [cell.strip() for cell in self.row[: len(self.headers)]]
        rest = [""] * (len(self.headers) - len(cells))
        return dict(zip(self.headers, [*cells, *rest], strict=True))


class _Projects:
    """The projects, and the place of each by its id."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}
        self.names: list[str] = []
        self.costs: list[Fraction] = []

    def take(self, cells: dict[str, str], line: int) -> None:
        """One project."""
        key = cells["project_id"]
        if not key:
            raise fault(line, _("the project has no id."))
        if key in self.places:
            raise fault(line, _("project “{name}” stands there twice.", name=key[:40]))
        self.places[key] = len(self.places)
        self.names.append(cells.get("name") or key)
        self.costs.append(amount_in(cells["cost"], line))
        if len(self.places) > MOST_OPTIONS:
            raise too_many_options()


def read_pabulib(text: str) -> Election:
    """The election in the text of a .pb file.

    Raises:
        UserError: a sentence that names the line.
    """
    meta: dict[str, str] = {}
    total, projects, votes = Fraction(0), _Projects(), None
    for read in _rows(text):
        if read.part == "VOTES":
            votes = votes or PabulibVotes(projects.places, meta, read.headers)
            votes.take(read.row, read.line)
        elif read.part == "PROJECTS":
            projects.take(read.cells, read.line)
        else:
            key, value = read.cells["key"].lower(), read.cells["value"]
            meta[key] = value
            total = amount_in(value, read.line) if key == "budget" else total
    votes = votes or PabulibVotes(projects.places, meta, ("vote",))
    for key, found in (("num_projects", len(projects.names)), ("num_votes", votes.columns.cast)):
        said = whole(meta.get(key, ""))
        if said is not None and said != found:
            raise cut_short(said, found)
    return _election(meta, total, projects, votes)


def _rows(text: str) -> Iterator[_Row]:
    """The lines of the three parts, without titles and headers."""
    part, headers, seen = "", list[str](), list[str]()
    reader = csv.reader(text.split("\n"), delimiter=";")
    try:
        for row in reader:
            line, title = reader.line_num, row[0].strip().upper() if row else ""
            if headers and len(row) == len(headers) and title not in _TITLES:
                yield _Row(part, line, headers, row)
            elif not any(map(str.strip, row)):
                continue
            elif title in _PARTS and not any(map(str.strip, row[1:])):
                part, headers = title, []
                seen.append(title)
            elif not part:
                raise fault(line, _("a .pb file begins with a line “META”."))
            elif not headers:
                headers = _headers(part, row, line)
            elif any(map(str.strip, row[len(headers) :])):
                raise fault(line, _("it has more cells than there are headers."))
            else:
                yield _Row(part, line, headers, row)
    except csv.Error as error:
        said = _("it cannot be read ({reason}).", reason=str(error))
        raise fault(reader.line_num, said) from None
    if missing := [one for one in _PARTS if one not in seen]:
        raise UserError(_("The file has no part {parts}: get it once more.", parts=listed(missing)))


def _headers(part: str, row: Sequence[str], line: int) -> list[str]:
    headers = [cell.strip().lower() for cell in row]
    if missing := [one for one in _NEEDED[part] if one not in headers]:
        said = _("the line of headers lacks {names}.", names=listed(missing))
        raise fault(line, said)
    return headers


def _election(
    meta: Mapping[str, str], total: Fraction, projects: _Projects, votes: PabulibVotes
) -> Election:
    unit = parts_of_one((total, *projects.costs))
    choices = tuple(
        PollChoice(at, name, int(cost * unit))
        for at, (name, cost) in enumerate(zip(projects.names, projects.costs, strict=True), start=1)
    )
    lowest, highest = votes.scale
    terms = Terms(
        choices,
        marks_each=whole(meta.get(votes.limit, "")) or 0,
        most_on_one=0,
        lowest=lowest,
        highest=highest,
        total=int(total * unit),
        unit=unit,
    )
    papers = votes.columns.papers(terms.ids)
    ids = tuple(projects.places)
    return Election(terms, papers, ids, votes.marked, votes.method, votes.columns.lines, meta)
