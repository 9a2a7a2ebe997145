"""Who is for which option: papers that say the same are one group, however many they are."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kdc_desktop.domain.polls.cast import Papers

if TYPE_CHECKING:
    from typing import Any

    from numpy import int64, uint64
    from numpy.typing import NDArray

    Groups = NDArray[Any]  # whole numbers, as small as they may be

_BITS = 63
_SOME = 10_000  # papers by which it is told whether many are alike
_MIXED = 0x9E3779B97F4A7C15  # odd, so that no bit of a word is lost


@dataclass(frozen=True, eq=False)
class Backers:
    """Groups of papers: `many` says how many papers each is, `voters` how many papers there are.

    `of` has the groups for each option, rising, `approvals` how many papers these are. What a group
    is for stands in `wants` from its place in `starts` to the next. `alone`: no group is more than
    one paper.
    """

    voters: int
    many: "NDArray[int64]"
    of: "tuple[Groups, ...]"
    approvals: tuple[int, ...]
    wants: "Groups"
    starts: "NDArray[int64]"
    alone: bool

    def count(self, groups: "Groups") -> int:
        """How many papers these groups are."""
        return len(groups) if self.alone else int(self.many[groups].sum())

    def wanted(self, groups: "Groups") -> "tuple[Groups, Groups]":
        """What these groups are for: the place of each among them, and an option."""
        import numpy

        begin = self.starts[groups]
        lengths = self.starts[groups + 1] - begin
        rows = numpy.repeat(numpy.arange(len(groups)), lengths)
        within = numpy.arange(len(rows)) - numpy.repeat(numpy.cumsum(lengths) - lengths, lengths)
        return rows, self.wants[numpy.repeat(begin, lengths) + within]

    def tally(self, groups: "Groups") -> "NDArray[int64]":
        """How many papers of these groups are for each option."""
        import numpy

        rows, options = self.wanted(groups)
        if self.alone:
            return numpy.bincount(options, minlength=len(self.of))
        counts = numpy.zeros(len(self.of), dtype=numpy.int64)
        numpy.add.at(counts, options, self.many[groups][rows])
        return counts


def backers_of(papers: Papers) -> Backers:
    """The groups of papers by what they are for: by each mark that is more than nothing."""
    import numpy

    paper, option, cast = papers.paper, papers.option, len(papers.times)
    if not (given := papers.value > 0).all():
        paper, option = paper[given], option[given]
    many = papers.times
    if _often_alike(papers, paper, option):
        group, first, many = _groups(papers, paper, option)
        kept = first[group[paper]] == paper
        paper, option, cast = group[paper[kept]], option[kept], len(first)
    wants = option.astype(numpy.min_scalar_type(len(papers.options)))
    order = numpy.argsort(wants, kind="stable")
    ends = numpy.cumsum(numpy.bincount(wants, minlength=len(papers.options)))
    of = tuple(numpy.split(paper[order], ends[:-1])) if papers.options else ()
    starts = numpy.zeros(cast + 1, dtype=numpy.int64)
    numpy.cumsum(numpy.bincount(paper, minlength=cast), out=starts[1:])
    approvals = tuple(int(many[groups].sum()) for groups in of)
    return Backers(papers.cast, many, of, approvals, wants, starts, bool((many == 1).all()))


def _often_alike(papers: Papers, paper: "NDArray[int64]", option: "NDArray[int64]") -> bool:
    """Whether many papers are for the same, by the first of them; else groups are worth nothing."""
    import numpy

    some = min(len(papers.times), _SOME)
    end = int(numpy.searchsorted(paper, some))
    words = numpy.stack(_words(len(papers.options), some, paper[:end], option[:end]), axis=1)
    return len(numpy.unique(words, axis=0)) < 0.75 * some


def _groups(
    papers: Papers, paper: "NDArray[int64]", option: "NDArray[int64]"
) -> "tuple[NDArray[int64], NDArray[int64], NDArray[int64]]":
    """The group of each paper, the first paper of each group, and how many each group is.

    Groups are numbered in the order of their first papers.
    """
    import numpy

    words = _words(len(papers.options), len(papers.times), paper, option)
    mixed = words[0].copy()
    for word in words[1:]:
        mixed *= numpy.uint64(_MIXED)
        mixed ^= mixed >> numpy.uint64(29)
        mixed += word
    _keys, first, group = numpy.unique(mixed, return_index=True, return_inverse=True)
    by_first = numpy.argsort(first)
    first, group = first[by_first], numpy.argsort(by_first)[group]
    if not all((word == word[first[group]]).all() for word in words):
        group = first = numpy.arange(len(mixed))  # two that are not the same look so: none is one
    many = numpy.zeros(len(first), dtype=numpy.int64)
    numpy.add.at(many, group, papers.times)
    return group, first, many


def _words(
    options: int, papers: int, paper: "NDArray[int64]", option: "NDArray[int64]"
) -> "list[NDArray[uint64]]":
    """What each paper is for, as the bits of several words."""
    import numpy

    words = []
    for begin in range(0, max(options, 1), _BITS):
        here = (option >= begin) & (option < begin + _BITS)
        bits = numpy.left_shift(numpy.uint64(1), (option[here] - begin).astype(numpy.uint64))
        word = numpy.zeros(papers, dtype=numpy.uint64)
        numpy.bitwise_or.at(word, paper[here], bits)
        words.append(word)
    return words
