"""What the tables of offers and needs say, line by line."""

from collections.abc import Sequence
from typing import NamedTuple

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


class OfferLines(NamedTuple):
    """All lines of the wall, by the side on which they stand."""

    offers: tuple[OfferLine, ...]
    needs: tuple[OfferLine, ...]


def lines_of(wall: OfferWall) -> OfferLines:
    """What stands in the tables: who is here first, roles that consortia look for before needs."""
    partners = _Partners(wall)
    offers = [partners.line(row) for row in wall.offers]
    needs = [partners.line(row) for row in wall.needs]
    roles = [_role(role) for role in wall.roles]
    return OfferLines(_here_first(offers), (*roles, *_here_first(needs)))


def _here_first(lines: Sequence[OfferLine]) -> tuple[OfferLine, ...]:
    return tuple(sorted(lines, key=lambda line: not line.is_seen))


def _role(role: RoleNeed) -> OfferLine:
    key = LineKey(role.id, is_role=True)
    return OfferLine(
        key, OfferKind.NEED, role.title, role.group, role.sector, True, _("An open role")
    )


class _Partners:
    """Who meets what, and who may."""

    def __init__(self, wall: OfferWall) -> None:
        self._wall = wall
        self._rows = {row.id: row for row in (*wall.offers, *wall.needs)}
        self._met: dict[int, list[Partner]] = {}
        for pair in wall.pairs:
            if pair.match is not None:
                self._note(pair.offer, pair.need, pair.match)
                self._note(pair.need, pair.offer, pair.match)

    def _note(self, row: OfferRow, other: OfferRow, match: MatchRow) -> None:
        partner = Partner(other.id, other.who, other.text, (), match)
        self._met.setdefault(row.id, []).append(partner)

    def line(self, row: OfferRow) -> OfferLine:
        """The line of an offer or a need."""
        met = tuple(self._met.get(row.id, ()))
        return OfferLine(
            LineKey(row.id),
            row.kind,
            row.text,
            row.who,
            row.sector,
            row.id in self._wall.shown,
            _("Said on {date}", date=date_text(row.said_on)),
            met,
            self._likely(row, {one.id for one in met}),
        )

    def _likely(self, row: OfferRow, met: set[int]) -> tuple[Partner, ...]:
        found = []
        for fit in self._wall.fits.get(row.id, ()):
            key = fit.need_id if row.kind is OfferKind.OFFER else fit.offer_id
            if key not in met:
                other = self._rows[key]
                found.append(Partner(key, other.who, other.text, fit.words))
        found.sort(key=lambda one: one.id not in self._wall.shown)
        return tuple(found)


def met_words(line: OfferLine) -> str:
    """Who meets it, or perhaps may, in a cell."""
    if line.met:
        return listed_first([one.who for one in line.met], _NAMES)
    if line.likely:
        names = listed_first([one.who for one in line.likely], _NAMES)
        return _("perhaps {names}", names=names)
    return ""


def met_told(line: OfferLine) -> str:
    """The same in full: with what each of them says, and the words that both share."""
    met = [
        _("{who}: {text} (since {date})", who=one.who, text=one.text, date=_since(one))
        for one in line.met
    ]
    likely = [
        _("{who}: {text} (both say {words})", who=one.who, text=one.text, words=listed(one.words))
        for one in line.likely
    ]
    return "\n".join((*met, *likely))


def _since(one: Partner) -> str:
    return "" if one.match is None else date_text(one.match.matched_on)


def who_words(line: OfferLine) -> str:
    """Who says it, and that the room does not see it where that is so."""
    if line.key.is_role:
        return _("{name} (open role)", name=line.who)
    return line.who if line.is_seen else _("{name} (not here)", name=line.who)
