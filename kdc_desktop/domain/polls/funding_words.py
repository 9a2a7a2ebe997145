"""What is told of how money was spent: rounds in words, and what has to be known beside them."""

from collections.abc import Sequence
from fractions import Fraction

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.cast import Tally
from kdc_desktop.domain.polls.equal_shares import Funding
from kdc_desktop.domain.polls.levels import named
from kdc_desktop.domain.polls.method import Number, Round
from kdc_desktop.domain.polls.purses import Purchase
from kdc_desktop.domain.polls.spending import Spent, first
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.i18n import _, decimal_text, ngettext, number_text, sentences


def money_text(parts: int | Fraction, terms: Terms) -> str:
    """An amount as it is written: “1,250”, “33.33”."""
    amount = _amount(parts, terms)
    return number_text(amount) if isinstance(amount, int) else decimal_text(float(amount), 2)


def _amount(parts: int | Fraction, terms: Terms) -> int | Fraction:
    amount = Fraction(parts) / terms.unit
    return amount.numerator if amount.denominator == 1 else amount


class FundingWords:
    """Collects `rounds` and `remarks`; options are their places in the terms."""

    def __init__(self, terms: Terms, approvals: Sequence[int]) -> None:
        self.rounds: list[Round] = []
        self.remarks: list[str] = []
        self._terms, self._approvals = terms, approvals
        self._costs = [option.cost for option in terms.options]
        wanted = (at for at, count in enumerate(approvals) if count)
        self._wanted = sorted(wanted, key=lambda at: first(approvals, self._costs, at))

    def by_approvals(self, spent: Spent) -> None:
        """Who was funded and who was passed over, in the order of approvals."""
        left = self._terms.total
        for at in self._wanted:
            left = self._next(at, left, at in spent.bought)
        self._parted(spent)

    def by_shares(self, funding: Funding, papers: int) -> None:
        """What everybody had, who paid how much for what, and what came in at the end."""
        if papers:
            self._shared(funding, papers)
        for at in funding.free:
            self._say(at, _("“{option}” costs nothing.", option=self._title(at)), 0)
        prices = [funding.run.purses.exact.paid(at) for at in range(len(funding.run.bought))]
        for one, price in zip(funding.run.purses.bought, prices, strict=True):
            self._say(one.option, self._paid(one, price), _amount(price, self._terms))
        left = funding.added.left + sum(self._costs[at] for at in funding.added.bought)
        for at in funding.added.bought:
            left = self._next(at, left, True)
        self._level(funding, prices)
        self._parted(funding.added)

    def ends(self, left: int, funded: frozenset[int]) -> None:
        """What is left, and why what could seem to be funded is not."""
        total = self._terms.total
        if total <= 0:
            self.remarks.append(_("There is no money to spend."))
        if not self._wanted:
            self.remarks.append(_("Nobody is for any option, so nothing is funded."))
        if dear := [at for at in self._wanted if self._costs[at] > total > 0]:
            told = {"options": self._named(dear), "total": money_text(total, self._terms)}
            self.remarks.append(_("More than {total} would be needed for {options}.", **told))
        fits = [at for at, cost in enumerate(self._costs) if cost <= left]
        if self._wanted and (nobody := [at for at in fits if not self._approvals[at]]):
            told = {"options": self._named(nobody)}
            self.remarks.append(_("Nobody is for {options}, so no money goes there.", **told))
        if funded and left:
            told = {"left": money_text(left, self._terms), "total": money_text(total, self._terms)}
            self.remarks.append(_("{left} of {total} is left.", **told))

    def without_hands(self, tally: Tally) -> None:
        """That a show of hands is not counted, where there was one."""
        if any(any(levels.values()) for kept in tally.hands.values() for levels in kept.values()):
            self.remarks.append(
                _("Hands do not count for equal shares: nobody knows who is for what else.")
            )

    def _say(self, at: int, words: str, value: Number) -> None:
        self.rounds.append(Round(words, {self._terms.options[at].id: value}))

    def _next(self, at: int, left: int, bought: bool) -> int:
        """Tell what became of an option when it was its turn; what is left then."""
        left -= self._costs[at] if bought else 0
        told = {**self._told(at), "left": money_text(left, self._terms)}
        funded = ngettext(
            "“{option}” has {count} approval and costs {cost}: it is funded, and {left} is left.",
            "“{option}” has {count} approvals and costs {cost}: it is funded, and {left} is left.",
            self._approvals[at],
            **told,
        )
        passed_over = ngettext(
            "“{option}” has {count} approval and costs {cost}; only {left} is left.",
            "“{option}” has {count} approvals and costs {cost}; only {left} is left.",
            self._approvals[at],
            **told,
        )
        self._say(at, funded if bought else passed_over, _amount(left, self._terms))
        return left

    def _shared(self, funding: Funding, papers: int) -> None:
        """What everybody has of the total, and how much more they were given."""
        terms, shares = self._terms, funding.run.purses.share
        words = ngettext(
            "{total} for {count} paper is {share} each.",
            "{total} for {count} papers is {share} each.",
            papers,
            total=money_text(terms.total, terms),
            share=money_text(Fraction(terms.total, papers), terms),
        )
        if funding.raised:
            more = money_text(shares, terms)
            rest = _("That would leave money over, so all pay as if they had {more}.", more=more)
            words = sentences((words, rest))
        self.rounds.append(Round(words, {}))

    def _paid(self, one: Purchase, price: Fraction) -> str:
        """Who pays how much for an option."""
        words = ngettext(
            "“{option}” costs {cost}: {count} pays {price}.",
            "“{option}” costs {cost}: {count} pay {price} each.",
            one.payers,
            **self._told(one.option),
            price=money_text(price, self._terms),
        )
        if not one.gave_all:
            return words
        rest = ngettext(
            "{count} more gives what is left of a share.",
            "{count} more give what is left of their shares.",
            one.gave_all,
        )
        return sentences((words, rest))

    def _level(self, funding: Funding, prices: Sequence[Fraction]) -> None:
        """Name what was as cheap for its cost as what was bought, and dearer right after."""
        bought = funding.run.bought
        ratios = [
            price / self._costs[one.option] for one, price in zip(bought, prices, strict=True)
        ]
        for place, one in enumerate(bought):
            behind = list(one.level_with)
            for later in range(place + 1, len(bought)):
                if ratios[later] == ratios[place] and bought[later].option in behind:
                    behind.remove(bought[later].option)
            if behind:
                self.remarks.append(
                    _(
                        "“{option}” was level with {others} when it was bought: more approvals "
                        "come first, then the lower cost, then what stands first on the paper.",
                        option=self._title(one.option),
                        others=self._named(behind),
                    )
                )

    def _parted(self, spent: Spent) -> None:
        """Name those that as many are for and of which there was not enough for all."""
        for some in spent.parted:
            self.remarks.append(
                ngettext(
                    "{options} have {count} approval each, and there is not enough for all: the "
                    "cheaper comes first, then what stands first on the paper.",
                    "{options} have {count} approvals each, and there is not enough for all: the "
                    "cheaper comes first, then what stands first on the paper.",
                    self._approvals[some[0]],
                    options=self._named(some),
                )
            )

    def _told(self, at: int) -> dict[str, str]:
        return {"option": self._title(at), "cost": money_text(self._costs[at], self._terms)}

    def _title(self, at: int) -> str:
        return shortened(self._terms.options[at].title)

    def _named(self, places: Sequence[int]) -> str:
        return named(self._terms, [self._terms.options[at].id for at in places])
