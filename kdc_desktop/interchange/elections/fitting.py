"""What the papers of a file can be counted by, and how they read then."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.cast import Papers, Spot
from kdc_desktop.domain.polls.method import Method, PaperKind
from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.terms import PollSetting, Terms
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed
from kdc_desktop.interchange.elections.election import Election, Marked, fault, whole

if TYPE_CHECKING:
    from numpy import bool_, int64
    from numpy.typing import NDArray

_FITS = {
    Marked.YESES: ("approval", "budget", "dots"),
    Marked.POINTS: ("dots",),
    Marked.SCORES: ("score",),
    Marked.RANKS: ("ranking",),
    Marked.CATEGORIES: ("score", "ranking"),
}
_BEST_GRADE = 5
_SOME = 20  # wrong values of which the first is looked for
_MANY = 1_000_000


def fitting(election: Election) -> tuple[str, ...]:
    """The keys of the methods that the papers can be counted by."""
    if election.marked is Marked.ANYTHING:
        return (election.method,) if election.method else tuple(one.key for one in methods())
    fits = _FITS[election.marked]
    if election.marked is Marked.CATEGORIES:
        kinds = len(election.categories)
        fits += ("majority_judgment",) if kinds <= _BEST_GRADE + 1 else ()
        fits += ("approval",) if kinds <= 2 else ()
    return fits


def fitted(election: Election, method: Method) -> tuple[Terms, Papers]:
    """The terms and the papers as this method reads them.

    Raises:
        UserError: the file says something else, lacks what the method needs, or has a mark that
            is not valid.
    """
    fits = fitting(election)
    if method.key not in fits:
        rules = [rule.key for one in methods() if one.key in fits for rule in one.rules]
        said = _(
            "These papers say something else. Count them by one of these: {methods}.",
            methods=listed(rules),
        )
        raise UserError(said)
    terms, papers = election.terms, election.papers
    if election.marked is Marked.CATEGORIES:
        terms, papers = _graded(election, method)
    if method.key == "ranking":
        papers = replace(papers, value=_without_gaps(papers))
    if terms.options:
        _see_terms(terms, method)
    return terms, _seen(election, terms, papers, method)


def _see_terms(terms: Terms, method: Method) -> None:
    """That what the method needs beside the papers is there."""
    if PollSetting.COSTS in method.settings and terms.total <= 0:
        raise UserError(_("Nothing says how much money there is. Add --total AMOUNT."))
    if {PollSetting.SCALE, PollSetting.CRITERIA} & method.settings and (
        problem := method.unfit(terms)
    ):
        raise UserError(problem)


def _graded(election: Election, method: Method) -> tuple[Terms, Papers]:
    """The papers of categories as numbers: yes or nothing, scores, grades, or ranks."""
    import numpy

    terms, papers, count = election.terms, election.papers, len(election.categories)
    if method.key == "approval":
        return terms, _only(papers, papers.value == 1)
    if method.key == "majority_judgment":
        return terms, replace(papers, value=_BEST_GRADE + 1 - papers.value)
    if method.key == "score":
        named = [whole(name) for name in election.categories]
        numbers = [one for one in named if one is not None]
        if len(numbers) < count:  # called by words: the last one is 0
            numbers = list(range(count - 1, -1, -1))
        terms = replace(terms, lowest=min(numbers, default=0), highest=max(numbers, default=1))
        return terms, replace(papers, value=numpy.array(numbers or [0])[papers.value - 1])
    return terms, papers


def _without_gaps(papers: Papers) -> "NDArray[int64]":
    """The ranks of each paper as 1, 2, 3, whatever numbers stand there."""
    import numpy

    if not len(papers.value):
        return papers.value
    order = numpy.lexsort((papers.value, papers.paper))
    paper, value = papers.paper[order], papers.value[order]
    begins = numpy.append(True, numpy.diff(paper) != 0)
    steps = numpy.cumsum(begins | numpy.append(True, numpy.diff(value) != 0))
    before = (steps - 1)[begins][numpy.cumsum(begins) - 1]
    ranks = numpy.empty_like(steps)
    ranks[order] = steps - before
    return numpy.where(papers.value < 1, papers.value, ranks)  # what is no rank stays as it is


def _seen(election: Election, terms: Terms, papers: Papers, method: Method) -> Papers:
    """The papers without marks that say nothing, once all that is said is valid.

    What is valid of one option is of every other, so each value is looked at once for each part.
    """
    import numpy

    if not len(papers.value):
        return papers
    known = {one.id: one for one in terms.options}

    def looked_at(part: int, value: int) -> tuple[str | None, bool]:
        """What is wrong with this value, and whether it says nothing."""
        option = next((key for key in known if key != part), part)
        both = {option, part} & known.keys()  # in a pair the part is an option, too
        small = replace(terms, options=tuple(known[key] for key in both))
        marks = {Spot(option, part): value}
        return check(method, small, marks), not method.kept(small, marks)

    said = {key: looked_at(*key) for key in _different(papers)}
    wrong = [key for key, (problem, _nothing) in said.items() if problem]
    if wrong:
        marks = [int(((papers.part == p) & (papers.value == v)).argmax()) for p, v in wrong[:_SOME]]
        mark = min(marks)
        key = int(papers.part[mark]), int(papers.value[mark])
        raise _fault(election, papers, mark, key[1], said[key][0] or "")
    nothing = [value for (_part, value), (_problem, empty) in said.items() if empty]
    own = numpy.array(papers.options)[papers.option] == papers.part
    if method.paper is PaperKind.PAIRS and own.any():
        text = _("Nothing can be preferred to itself.")
        raise _fault(election, papers, int(own.argmax()), 1, text)
    papers = _only(papers, ~numpy.isin(papers.value, nothing)) if nothing else papers
    _see_spent(election, terms, papers, method)
    return papers


def _see_spent(election: Election, terms: Terms, papers: Papers, method: Method) -> None:
    """That no paper has more marks than a voter had, where that is said."""
    import numpy

    limited = terms.marks_each and PollSetting.MARKS_EACH in method.settings
    if not limited or not len(papers.value):
        return
    value = papers.value - papers.value.min()
    costs = numpy.zeros(int(value.max()) + 1)
    for at in numpy.flatnonzero(numpy.bincount(value)).tolist():
        costs[at] = method.spent({Spot(0): at + int(papers.value.min())})
    spent = numpy.bincount(papers.paper, costs[value], minlength=len(papers.times))
    for paper in numpy.flatnonzero(spent > terms.marks_each)[:1].tolist():
        marks = papers.paper == paper
        columns = (papers.option[marks], papers.part[marks], papers.value[marks])
        said = {
            Spot(papers.options[option], part): value
            for option, part, value in zip(*(one.tolist() for one in columns), strict=True)
        }
        if problem := method.problem(terms, said):
            raise (
                UserError(problem)
                if election.lines is None
                else fault(int(election.lines[paper]), problem)
            )


def _different(papers: Papers) -> list[tuple[int, int]]:
    """The parts and values that occur together."""
    import numpy

    part, value = papers.part - papers.part.min(), papers.value - papers.value.min()
    span = int(value.max()) + 1
    keys = part * span + value
    few = int(keys.max()) <= _MANY
    found = numpy.flatnonzero(numpy.bincount(keys)) if few else numpy.unique(keys)
    parts, values = found // span + papers.part.min(), found % span + papers.value.min()
    return list(zip(parts.tolist(), values.tolist(), strict=True))


def _fault(election: Election, papers: Papers, mark: int, value: int, problem: str) -> UserError:
    """What is wrong with a mark, with the line of its paper."""
    title = shortened(election.terms.title(papers.options[papers.option[mark]]))
    said = _("“{option}” is given {value}. {problem}", option=title, value=value, problem=problem)
    if election.lines is None:
        return UserError(said)
    return fault(int(election.lines[papers.paper[mark]]), said)


def _only(papers: Papers, kept: "NDArray[bool_]") -> Papers:
    """The papers with some of their marks."""
    columns: Sequence[NDArray[int64]] = (papers.paper, papers.option, papers.part, papers.value)
    paper, option, part, value = (column[kept] for column in columns)
    return replace(papers, paper=paper, option=option, part=part, value=value)
