"""Where the facilitator sees each member; for those who keep the club, and for nobody else."""

from sqlalchemy import select

from kdc_desktop.domain.visions.state_words import ENGAGEMENT_WORDS
from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.visions import Estimate
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM, OF_MEMBER
from kdc_desktop.services.kit.source import Line, Source, key_of

_LEVELS = tuple(ENGAGEMENT_WORDS.items())
_ESTIMATES = (
    key_of("Estimate"),
    *OF_CONSORTIUM,
    *OF_MEMBER,
    Column(lazy("Now"), words=_LEVELS, filled=True, means=lazy("Where the facilitator sees it.")),
    Column(lazy("Needed"), words=_LEVELS, filled=True, means=lazy("Where it is needed to be.")),
    Column(lazy("When"), Kind.DATETIME, filled=True, means=lazy("When that was noted.")),
)


def estimates(source: Source) -> Table:
    """Every private estimate, in the order of time."""
    members = source.once(ConsortiumBook).members
    place = {key: number for number, key in enumerate(members)}
    found = source.snapshot.scalars(
        select(Estimate)
        .where(Estimate.member_id.in_(list(members)))
        .order_by(Estimate.at, Estimate.id)
    )
    rows: list[Line] = []
    for one in sorted(found, key=lambda one: place[one.member_id]):
        note = members[one.member_id]
        rows.append(
            (
                note.consortium.session_id,
                one.id,
                note.consortium.id,
                note.consortium.name,
                note.id,
                note.name,
                one.now,
                one.needed,
                one.at,
            )
        )
    purpose = lazy("The facilitator's own estimate of each member; it stays with the club.")
    title = lazy("Estimates")
    return source.table(
        "Estimates", title, _ESTIMATES, rows, purpose=purpose, stays=True, born=True
    )
