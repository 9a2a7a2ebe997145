"""What people and organisations offer and need, and what of it has met, as sheets."""

from collections.abc import Mapping
from dataclasses import replace

from kdc_desktop.domain.offers.kind_words import END_WORDS, KIND_WORDS
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.services.kit.residents import resident
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.kit.who import SECTOR_WORDS
from kdc_desktop.services.offers.questions import every_offer, matched
from kdc_desktop.services.offers.rows import MatchRow, OfferRow

_WHO = lazy("Who offers or needs it: a person, or an organisation or a department of one.")
_SAID_IN = (
    id_of("Session", "Said in"),
    Column(
        lazy("Said in"),
        means=lazy("The title of the session in which it was said; empty between evenings."),
    ),
)
_MATCHED_IN = (
    id_of("Session", "Matched in"),
    Column(
        lazy("Matched in"),
        means=lazy("The title of the session in which both met; empty between evenings."),
    ),
)
_OFFERS = (
    key_of("Offer"),
    Column(
        lazy("Offer or need"),
        words=tuple(KIND_WORDS.items()),
        filled=True,
        means=lazy("Whether it is offered, or needed."),
    ),
    Column(lazy("What"), head=True, filled=True, means=lazy("What it is, in their words.")),
    Column(lazy("Who"), filled=True, means=_WHO),
    replace(id_of("Person"), stays=True),
    id_of("Organisation"),
    id_of("Department"),
    Column(lazy("Sector"), words=SECTOR_WORDS, means=lazy("The sector they count in.")),
    Column(lazy("Said on"), Kind.DATE, filled=True, means=lazy("The day on which it was said.")),
    Column(
        lazy("Met by"), means=lazy("Who meets it, or whose need or offer it meets, a line each.")
    ),
    Column(lazy("Ended on"), Kind.DATE, means=lazy("The day on which it ended, if it has.")),
    Column(
        lazy("How it ended"),
        words=tuple(END_WORDS.items()),
        means=lazy("Whether it came about, or is no longer so."),
    ),
)
_MATCHES = (
    key_of("Match"),
    id_of("Offer"),
    Column(lazy("Offer"), head=True, filled=True, means=lazy("What is offered.")),
    Column(lazy("Who offers it"), filled=True, means=_WHO),
    id_of("Offer", "Need"),
    Column(lazy("Need"), filled=True, means=lazy("What is needed.")),
    Column(lazy("Who needs it"), filled=True, means=_WHO),
    Column(lazy("Matched on"), Kind.DATE, filled=True, means=lazy("The day on which they met.")),
    Column(lazy("Note"), stays=True, aside=True, means=lazy("What was noted with it.")),
)


class OfferBook:
    """The offers and needs that sheets and pages speak of, by id, and the matches among them.

    Of one session those that were said or matched in it; others are told a number in the place of
    who is there for themselves.
    """

    def __init__(self, source: Source) -> None:
        every, met = every_offer(source.snapshot), matched(source.snapshot)
        here = source.sessions.keys()
        self.matches = [one for one in met if source.every_session or one.session_id in here]
        told = {key for one in self.matches for key in (one.offer_id, one.need_id)}
        self.offers = {
            row.id: row
            for row in every
            if source.every_session or row.session_id in here or row.id in told
        }
        self._names = {row.id: _name(source, row) for row in self.offers.values()}

    def who(self, row: OfferRow) -> str:
        """Who said it, as it is told here."""
        return self._names[row.id]

    def met_by(self) -> Mapping[int, list[str]]:
        """By offer and by need: who has met it."""
        found: dict[int, list[str]] = {}
        for one in self.matches:
            offer, need = self.offers[one.offer_id], self.offers[one.need_id]
            found.setdefault(offer.id, []).append(self.who(need))
            found.setdefault(need.id, []).append(self.who(offer))
        return found


def _name(source: Source, row: OfferRow) -> str:
    """Who said it; where it is shared a person by their organisation, a resident by a number."""
    if not source.shares or row.person_id is None:
        return row.who
    return row.organisation or resident(source, row.person_id)


def offers(source: Source) -> Table:
    """What was offered and needed, the newest session first."""
    book = source.once(OfferBook)
    met = book.met_by()
    rows: list[Line] = [
        (
            row.session_id,
            row.id,
            row.kind,
            row.text,
            book.who(row),
            row.person_id,
            row.speaks_for if row.person_id is not None else row.organisation_id,
            row.department_id,
            row.sector or None,
            row.said_on,
            "\n".join(met.get(row.id, ())),
            row.ended_on,
            row.end,
        )
        for row in book.offers.values()
    ]
    purpose = lazy("What people and organisations offer and need, beyond an evening.")
    title = lazy("Offers")
    return source.table("Offers", title, _OFFERS, rows, purpose=purpose, of_session=_SAID_IN)


def matches(source: Source) -> Table:
    """Which offers and needs have met."""
    book = source.once(OfferBook)
    rows: list[Line] = [_match_row(book, one) for one in book.matches]
    purpose = lazy("Which offers have met which needs: their people have agreed to talk.")
    title, where = lazy("Matches"), _MATCHED_IN
    return source.table("Matches", title, _MATCHES, rows, purpose=purpose, of_session=where)


def _match_row(book: OfferBook, one: MatchRow) -> Line:
    offer, need = book.offers[one.offer_id], book.offers[one.need_id]
    return (
        one.session_id,
        one.id,
        offer.id,
        offer.text,
        book.who(offer),
        need.id,
        need.text,
        book.who(need),
        one.matched_on,
        one.note,
    )
