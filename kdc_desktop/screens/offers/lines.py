"""What the tables of offers and needs say, line by line."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kdc_desktop.domain.offers.matching import OfferFit
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.i18n import _, date_text, listed, listed_first
from kdc_desktop.services.offers.joins import RoleNeed
from kdc_desktop.services.offers.rows import MatchRow, OfferRow
from kdc_desktop.services.offers.wall import OfferWall

_NAMES = 3


class LineKey(NamedTuple):
    """What a line stands for: an offer or a need by its id, or an open role by its own."""

    id: int
    is_role: bool = False


class Partner(NamedTuple):
    """Who meets an offer or a need, or may: by which words; `id` is that of their own line."""

    id: int
    who: str
    text: str
    words: tuple[str, ...] = ()
    match: MatchRow | None = None


class OfferLine(NamedTuple):
    """A line of one of the two tables; `is_seen`: the room sees it on the wall."""

    key: LineKey
    kind: OfferKind
    text: str
    who: str
    sector: str
    is_seen: bool
    said: str
    met: tuple[Partner, ...] = ()
    likely: tuple[Partner, ...] = ()
    unfit: tuple[Partner, ...] = ()


class OfferLines(NamedTuple):
    """All lines of the wall, by the side on which they stand."""

    offers: tuple[OfferLine, ...]
    needs: tuple[OfferLine, ...]


class LineMaker:
    """Makes the lines of the wall again and again; what a line is made of is mostly the same."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[tuple[object, ...], OfferLine]] = {}
        self._days: dict[date, str] = {}
        self._fits: tuple[Sequence[OfferFit], Mapping[int, Sequence[OfferFit]]] | None = None

    def lines_of(self, wall: OfferWall) -> OfferLines:
        """What stands in the tables: who is here first, and open roles before needs."""
        rows = {row.id: row for row in (*wall.offers, *wall.needs)}
        met: dict[int, list[Partner]] = {}
        for one in wall.met:
            met.setdefault(one.offer_id, []).append(_partner(rows[one.need_id], (), one))
            met.setdefault(one.need_id, []).append(_partner(rows[one.offer_id], (), one))
        unfit = _unfit(wall, rows)
        fits, before, self._made = self._fits_of(wall), self._made, {}
        for key, row in rows.items():
            of = row, (*met.get(key, ()),), fits.get(key, ()), key in wall.shown, unfit.get(key, ())
            known = before.get(key)
            if known is None or known[0] != of:
                known = of, self._line(*of, rows)
            self._made[key] = known
        offers = [self._made[row.id][1] for row in wall.offers]
        needs = [self._made[row.id][1] for row in wall.needs]
        roles = [_role(role) for role in wall.roles]
        return OfferLines(_here_first(offers), (*roles, *_here_first(needs)))

    def _fits_of(self, wall: OfferWall) -> Mapping[int, Sequence[OfferFit]]:
        """What may meet is looked for much more seldom than lines are made."""
        if self._fits is None or self._fits[0] is not wall.found:
            self._fits = wall.found, wall.fits
        return self._fits[1]

    def _line(
        self,
        row: OfferRow,
        met: tuple[Partner, ...],
        fits: Sequence[OfferFit],
        seen: bool,
        unfit: tuple[Partner, ...],
        rows: Mapping[int, OfferRow],
    ) -> OfferLine:
        there = {one.id for one in met}
        others = [
            (one.need_id if row.kind is OfferKind.OFFER else one.offer_id, one) for one in fits
        ]
        likely = [_partner(rows[key], one.words) for key, one in others if key not in there]
        if row.said_on not in self._days:
            self._days[row.said_on] = _("Said on {date}", date=date_text(row.said_on))
        about = row.text, row.who, row.sector, seen, self._days[row.said_on]
        return OfferLine(LineKey(row.id), row.kind, *about, met, tuple(likely), unfit)


def _partner(row: OfferRow, words: tuple[str, ...], match: MatchRow | None = None) -> Partner:
    return Partner(row.id, row.who, row.text, words, match)


def _unfit(wall: OfferWall, rows: Mapping[int, OfferRow]) -> Mapping[int, tuple[Partner, ...]]:
    """By offer and by need: what was said not to fit, of what stands on the wall."""
    found: dict[int, tuple[Partner, ...]] = {}
    for one, other in sorted(wall.unfit):
        if one in rows and other in rows:
            found[one] = (*found.get(one, ()), _partner(rows[other], ()))
            found[other] = (*found.get(other, ()), _partner(rows[one], ()))
    return found


def _here_first(lines: Sequence[OfferLine]) -> tuple[OfferLine, ...]:
    return tuple(sorted(lines, key=lambda line: not line.is_seen))


def _role(role: RoleNeed) -> OfferLine:
    key, said = LineKey(role.id, is_role=True), _("An open role")
    return OfferLine(key, OfferKind.NEED, role.title, role.group, role.sector, True, said)


def met_words(line: OfferLine) -> str:
    """Who meets it, or perhaps may, in a cell."""
    if line.met:
        return listed_first([one.who for one in line.met], _NAMES)
    if line.likely:
        names = listed_first([one.who for one in line.likely], _NAMES)
        return _("perhaps {names}", names=names)
    return ""


def met_told(line: OfferLine) -> str:
    """The same in full: with what each of them says, the words that both share, what does not
    fit."""
    met = [
        _("{who}: {text} (since {date})", who=one.who, text=one.text, date=_since(one))
        for one in line.met
    ]
    likely = [
        _("{who}: {text} (both say {words})", who=one.who, text=one.text, words=listed(one.words))
        for one in line.likely
    ]
    unfit = [_("{who}: {text} (does not fit)", who=one.who, text=one.text) for one in line.unfit]
    return "\n".join((*met, *likely, *unfit))


def _since(one: Partner) -> str:
    return "" if one.match is None else date_text(one.match.matched_on)


def who_words(line: OfferLine) -> str:
    """Who says it, and that the room does not see it where that is so."""
    if line.key.is_role:
        return _("{name} (open role)", name=line.who)
    return line.who if line.is_seen else _("{name} (not here)", name=line.who)
