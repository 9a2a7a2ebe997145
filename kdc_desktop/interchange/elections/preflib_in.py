"""Reads PrefLib: orders (.soc, .soi, .toc, .toi) and categories (.cat), as preflib.org has them."""

import re
from collections.abc import Sequence

from kdc_desktop.domain.polls.terms import PollChoice, Terms
from kdc_desktop.i18n import _
from kdc_desktop.interchange.elections.election import (
    Election,
    Marked,
    cut_short,
    fault,
    places_of,
    times_in,
)
from kdc_desktop.interchange.elections.paper_columns import PaperColumns
from kdc_desktop.interchange.elections.preflib_head import VOTERS, PreflibHead

CATEGORIES = "cat"
ORDERS = ("soc", "soi", "toc", "toi")
_GROUP = re.compile(r"\s*(?:\{([^{}]*)\}|([^{},]*))\s*(,|$)")


def read_preflib(text: str, kind: str) -> Election:
    """The election in the text of a file of this kind, which is its ending.

    Raises:
        UserError: a sentence that names the line.
    """
    lines = text.split("\n")
    head = PreflibHead(lines)
    choices, categories = head.choices(), head.categories() if kind == CATEGORIES else ()
    reader = _Lines(choices, kind, len(categories))
    for number, line in enumerate(lines[head.begins :], start=head.begins + 1):
        if line := line.strip():
            reader.take(line, head.colon, number)
    columns, said = reader.columns, head.number(VOTERS)
    if said is not None and said != columns.cast:
        raise cut_short(said, columns.cast)
    ids = tuple(one.id for one in choices)
    numbers = tuple(str(key) for key in range(1, reader.categories + 1))
    return Election(
        Terms(choices),
        columns.papers(ids),
        ids,
        Marked.CATEGORIES if kind == CATEGORIES else Marked.RANKS,
        "" if kind == CATEGORIES else "ranking",
        columns.lines,
        head.said,
        categories or numbers,
    )


class _Lines:
    """Reads “13: 1,{4,3},2” into columns."""

    def __init__(self, choices: Sequence[PollChoice], kind: str, categories: int) -> None:
        self.columns = PaperColumns()
        self._places = {str(one.id): at for at, one in enumerate(choices)}
        self._kind, self.categories = kind, categories
        self._ranks = list(range(1, len(choices) + 1))

    def take(self, line: str, colon: str, number: int) -> None:
        """One line of the file."""
        often, found, order = line.partition(colon)
        if not found:
            said = _("a number of papers, “{colon}” and an order are expected.", colon=colon)
            raise fault(number, said)
        times = times_in(often, number)
        if "{" in order or "}" in order or self._kind == CATEGORIES:
            options, values = self._grouped(order, number)
        else:
            options = self._options(order.split(",") if order.strip() else [], number)
            values = self._ranks[: len(options)]
        self._see(options, number)
        self.columns.add(options, values, times, number)

    def _grouped(self, order: str, number: int) -> tuple[list[int], list[int]]:
        """Options with their ranks or categories, where braces hold several together."""
        groups = [self._options(group, number) for group in _groups(order, number)]
        if self._kind != CATEGORIES:
            groups = [group for group in groups if group]
            if self._kind in ("soc", "soi") and any(len(group) > 1 for group in groups):
                said = _("a .{kind} file has no ties. Call it .toc or .toi.", kind=self._kind)
                raise fault(number, said)
        elif not self.categories:
            self.categories = len(groups)
        elif len(groups) != self.categories:
            said = _(
                "it has {found} categories where {count} are expected.",
                found=len(groups),
                count=self.categories,
            )
            raise fault(number, said)
        ranked = [(option, at) for at, group in enumerate(groups, start=1) for option in group]
        return [option for option, _at in ranked], [at for _option, at in ranked]

    def _options(self, names: Sequence[str], number: int) -> list[int]:
        try:
            return places_of(names, self._places)
        except KeyError as error:
            said = _(
                "alternative “{name}” is not in the head. Correct the line or the head.",
                name=str(error.args[0])[:40],
            )
            raise fault(number, said) from None

    def _see(self, options: Sequence[int], number: int) -> None:
        """That no alternative stands there twice, and all do where all have to."""
        if len(set(options)) < len(options):
            raise fault(number, _("an alternative stands there twice."))
        if self._kind in ("soc", "toc") and len(options) < len(self._places):
            said = _(
                "a .{kind} file ranks all {count} alternatives, and here are {found}. Where that "
                "is meant, call it .soi or .toi.",
                kind=self._kind,
                count=len(self._places),
                found=len(options),
            )
            raise fault(number, said)


def _groups(order: str, number: int) -> list[list[str]]:
    """“1,{4,3},{}” as groups of names."""
    groups, at = [], 0
    order = order.strip()
    while at < len(order):
        found = _GROUP.match(order, at)
        if found is None or found.end() == at:
            raise fault(number, _("its braces do not match."))
        braced, alone, comma = found.groups()
        names = braced if alone is None else alone
        groups.append(names.split(",") if names.strip() else [])
        at = found.end()
        if comma and at == len(order):
            raise fault(number, _("something is missing behind its last comma."))
    return groups
