"""Budget: options cost something, there is a total, and everybody says yes to what they would fund.

A show of hands counts where the most approvals come first. For equal shares it says too little: it
would have to be known of each hand what else it was raised for.
"""

from typing import ClassVar

from kdc_desktop.domain.polls.backers import backers_of
from kdc_desktop.domain.polls.cast import Cast
from kdc_desktop.domain.polls.equal_shares import fund
from kdc_desktop.domain.polls.funding_words import FundingWords, money_text
from kdc_desktop.domain.polls.giving import VOTES, Yeses, supporters, total
from kdc_desktop.domain.polls.method import (
    Count,
    PictureKind,
    Placed,
    Rule,
)
from kdc_desktop.domain.polls.placing import blank_of, placed
from kdc_desktop.domain.polls.spending import spend
from kdc_desktop.domain.polls.terms import PollSetting, Terms
from kdc_desktop.i18n import _, lazy

_EQUAL_SHARES = "equal_shares"


class _Budget(Yeses):
    key, order = "budget", 6
    name = lazy("Budget")
    sentence = lazy("Say yes to every option that you would spend money on.")
    picture = PictureKind.FUNDED
    settings = frozenset({PollSetting.MARKS_EACH, PollSetting.COSTS})
    reads_papers = True
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            "greedy",
            lazy("Most approvals first"),
            lazy("Funded in the order of approvals, as long as the cost fits in what is left."),
            VOTES,
        ),
        Rule(
            _EQUAL_SHARES,
            lazy("Equal shares"),
            lazy(
                "Everybody has an equal share of the money, and what is funded is paid by those "
                "who are for it; what is left over goes by approvals."
            ),
            VOTES,
        ),
    )

    def unfit(self, terms: Terms) -> str | None:
        """There is a total, nothing costs less than nothing, and something can be paid."""
        if terms.total <= 0:
            return _("Say how much money there is to spend.")
        if any(option.cost < 0 for option in terms.options):
            return _("Nothing can cost less than nothing: correct the costs.")
        if all(option.cost > terms.total for option in terms.options):
            return _("Every option costs more than there is: raise the total or lower a cost.")
        return None

    def count(self, cast: Cast, terms: Terms, rule: Rule) -> Count:
        """Who is funded; options are ranked by approvals, whoever is funded."""
        tally, shares = cast.tally, rule.key == _EQUAL_SHARES
        votes = supporters if shares else total
        approvals = [votes(tally, key) for key in terms.ids]
        words = FundingWords(terms, approvals)
        funded = _by_shares(cast, terms, words) if shares else _spent(terms, approvals, words)
        rows = [
            Placed(key, 0, False, at in funded, approvals[at], supporters(tally, key))
            for at, key in enumerate(terms.ids)
        ]
        ranked = placed(rows, lambda row: row.value, chosen=False)
        rounds, remarks = tuple(words.rounds), tuple(words.remarks)
        return Count(rule, tally.cast, blank_of(tally), ranked, rounds, remarks)

    def line(self, terms: Terms) -> str:
        """“Budget, 10,000”."""
        return _("{method}, {total}", method=self.name, total=money_text(terms.total, terms))


def _spent(terms: Terms, approvals: list[int], words: FundingWords) -> frozenset[int]:
    """Fund whatever still fits, by approvals."""
    costs = [option.cost for option in terms.options]
    spent = spend(approvals, costs, terms.total, range(len(costs)))
    words.by_approvals(spent)
    words.ends(spent.left, frozenset(spent.bought))
    return frozenset(spent.bought)


def _by_shares(cast: Cast, terms: Terms, words: FundingWords) -> frozenset[int]:
    """Fund what equal shares pay for, then whatever still fits."""
    assert cast.papers.options == terms.ids
    costs = tuple(option.cost for option in terms.options)
    funding = fund(backers_of(cast.papers), costs, terms.total, terms.unit)
    words.by_shares(funding, cast.tally.cast)
    words.ends(funding.added.left, funding.funded)
    words.without_hands(cast.tally)
    return funding.funded


METHOD = _Budget()
