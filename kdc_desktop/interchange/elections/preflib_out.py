"""Writes PrefLib: orders in the strictest of their four kinds, or categories."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange.elections.election import Election, Marked
from kdc_desktop.interchange.elections.paper_walk import each_paper
from kdc_desktop.interchange.elections.preflib_head import ALTERNATIVES, CATEGORIES, VOTERS

_CAT = "cat"
_FILE, _KIND = "FILE NAME", "DATA TYPE"  # untranslated: as PrefLib calls them
_TITLE, _MORE = "TITLE", "DESCRIPTION"
_CHANGED = "MODIFICATION TYPE"  # untranslated: the same
_FROM, _RELATED = "RELATES TO", "RELATED FILES"  # untranslated: the same
_SINCE, _LAST = "PUBLICATION DATE", "MODIFICATION DATE"  # untranslated: the same
_ORDERS, _SORTINGS = "NUMBER UNIQUE ORDERS", "NUMBER UNIQUE PREFERENCES"  # untranslated: the same
_ABOUT = (_FILE, _TITLE, _MORE, _KIND, _CHANGED, _FROM, _RELATED, _SINCE, _LAST)
_HOLD = {
    "soc": ("soc", "soi", "toc", "toi"),
    "soi": ("soi", "toi"),
    "toc": ("toc", "toi"),
    "toi": ("toi",),
    _CAT: (_CAT,),
}
"""The kinds of file that hold what the strictest one holds."""
_YES, _NO = "Yes", "No"  # untranslated: for programs
_SORTED = (Marked.CATEGORIES, Marked.YESES, Marked.SCORES)
_LEVELLED = ("majority_judgment", "temperature")


def preflib_kind(election: Election) -> str:
    """The ending of the strictest kind of file that holds these papers.

    Raises:
        UserError: PrefLib has none for them.
    """
    import numpy

    if election.marked in _SORTED or election.method in _LEVELLED:
        return _CAT
    if election.marked is not Marked.RANKS:
        raise UserError(
            _("PrefLib has no files for papers like these. Take a name that ends in .csv.")
        )
    papers = election.papers
    marks = numpy.bincount(papers.paper, minlength=len(papers.times))
    ranks = papers.paper * (int(papers.value.max(initial=0)) + 1) + papers.value
    tied = len(numpy.unique(ranks)) < len(ranks)
    complete = len(marks) > 0 and bool((marks == len(papers.options)).all())
    return ("to" if tied else "so") + ("c" if complete else "i")


def preflib(election: Election, kind: str, name: str) -> Iterator[str]:
    """The lines of a file of this kind and name.

    Raises:
        UserError: the kind does not hold these papers.
    """
    strictest = preflib_kind(election)
    if kind not in _HOLD[strictest]:
        raise UserError(
            _(
                "A .{kind} file cannot hold these papers. Take a name that ends in .{better}.",
                kind=kind,
                better=strictest,
            )
        )
    categories = _categories(election)
    written = _written(election, categories)
    unlike = _SORTINGS if kind == _CAT else _ORDERS
    about = {_KIND: kind, _FILE: name, _CHANGED: "original"}
    said = {key: election.head.get(key, "") for key in _ABOUT} | about
    said |= {ALTERNATIVES: str(len(election.ids)), VOTERS: str(election.papers.cast)}
    said[unlike] = str(len(written))
    if categories:
        said[CATEGORIES] = str(len(categories))
    for at, category in enumerate(categories.values(), start=1):
        said[f"CATEGORY NAME {at}"] = category
    for at, title in enumerate(_titles(election), start=1):
        said[f"ALTERNATIVE NAME {at}"] = title
    for key, value in said.items():
        yield "".join(("# ", key, ": ", value, "\n"))
    for order, times in written.most_common():
        yield "".join((str(times), ": ", order, "\n"))


def _titles(election: Election) -> Iterator[str]:
    """What alternatives are called; no two have one name."""
    seen: Counter[str] = Counter()
    for one in election.terms.options:
        title = on_one_line(one.title)
        seen[title] += 1
        yield title if seen[title] == 1 else f"{title} ({seen[title]})"


def _categories(election: Election) -> Mapping[int, str]:
    """What each value on the papers is called, the best first; none where they rank."""
    if election.marked is Marked.RANKS:
        return {}
    if election.marked is Marked.CATEGORIES:
        return dict(enumerate(election.categories, start=1))
    if election.marked is Marked.YESES:
        return {1: _YES, 0: _NO}
    levels = reversed(method_of(election.method).levels(election.terms))
    numbered = election.method != "majority_judgment"
    return {one.value: str(one.value) if numbered else str(one.name) for one in levels}


def _written(election: Election, categories: Mapping[int, str]) -> Counter[str]:
    """What papers say, as it is written, and how many say so."""
    found: Counter[str] = Counter()
    count = len(election.ids)
    for paper in each_paper(election.papers):
        values = list(paper.values)
        options = list(paper.options)
        if election.marked is Marked.YESES:  # what is not chosen is in the other category
            rest = [at for at in range(count) if at not in options]
            options, values = options + rest, values + [0] * len(rest)
        groups = _groups(options, values, categories or sorted(set(values)))
        found[",".join(groups)] += paper.times
    return found


def _groups(
    options: Sequence[int], values: Sequence[int], order: Sequence[int] | Mapping[int, str]
) -> Iterator[str]:
    """“3”, “{1,4}” or “{}” for each of the values."""
    by_value: dict[int, list[int]] = {}
    for option, value in sorted(zip(options, values, strict=True)):
        by_value.setdefault(value, []).append(option + 1)
    for value in order:
        group = by_value.get(value, [])
        joined = ",".join(map(str, group))
        yield joined if len(group) == 1 else f"{{{joined}}}"
