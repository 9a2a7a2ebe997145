"""What an evening goes on with when the laptop does not: slips and lists to write on."""

from collections.abc import Iterator

from sqlalchemy import select

from kdc_desktop.domain.board.stages import IDEAS
from kdc_desktop.domain.pages.kinds import PAPER_KIT
from kdc_desktop.domain.pages.values import (
    Block,
    CardShape,
    CardSheet,
    Document,
    Heading,
    Manner,
    PageBreak,
    PageTable,
    PaperCard,
    Paragraph,
)
from kdc_desktop.domain.people.sectors import SECTORS
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.i18n import _, paired, titled
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.sessions import Stage
from kdc_desktop.services.pages.evenings import at_the_tables
from kdc_desktop.services.pages.lists import BOX
from kdc_desktop.services.pages.record import Record

_BLANK_ROWS = 46
_SLIPS_A_SHEET = 4


def paper_kit(record: Record) -> Document:
    """How to go on, a list to check in on, slips for ideas, and for positions on visions."""
    title = titled(str(PAPER_KIT.title), record.session.title)
    return Document(title, record.foot, tuple(_blocks(record)))


def _blocks(record: Record) -> Iterator[Block]:
    yield Heading(titled(str(PAPER_KIT.title), record.session.title), 1)
    yield Paragraph(_("So that the evening goes on without the laptop."), Manner.LEAD)
    yield Paragraph(
        _(
            "Let people write themselves down on the list, and their ideas on slips: one idea a "
            "slip. Lay the slips out on a wall, and put what belongs together side by side. Vote "
            "with dots or by show of hands, and write the numbers down. At the tables, everybody "
            "who speaks for a member fills in a slip about the vision. Afterwards type in the "
            "people, the ideas and the counts: the club is whole again."
        )
    )
    yield PageBreak()
    yield Heading(_("Who is here"), 1)
    heads = (BOX, _("Name"), _("Organisation, or resident"), _("E-mail, if we may write"))
    blank = ("", "", "", "")
    yield PageTable(heads, (blank,) * _BLANK_ROWS, (0.5, 3.5, 3.5, 4), tall=True)
    yield CardSheet(CardShape.SLIP, (_idea_slip(record),) * _SLIPS_A_SHEET)
    slips = [slip for group in at_the_tables(record) for slip in _positions(record, group)]
    if slips:
        yield CardSheet(CardShape.HALF, tuple(slips))


def _idea_slip(record: Record) -> PaperCard:
    prompt = record.snapshot.scalar(
        select(Stage.prompt)
        .where(Stage.session_id == record.session.id, Stage.kind == IDEAS.key, Stage.prompt != "")
        .order_by(Stage.place_in_order)
    )
    sectors = tuple(paired(BOX, sector.name) for sector in SECTORS)
    return PaperCard(
        prompt or _("One idea"),
        above=record.session.title,
        ruled=4,
        blanks=(_("Name"),),
        choices=sectors,
    )


def _positions(record: Record, group: Consortium) -> Iterator[PaperCard]:
    """A slip for each member that is asked."""
    ledger, scale = record.ledgers[group.id], SCALES[group.scale]
    vision = ledger.visions[-1].text if ledger.visions else ""
    levels = tuple(
        paired(BOX, paired(str(level.value), str(level.label))) for level in scale.levels
    )
    for member in ledger.asked():
        yield PaperCard(
            group.name,
            below=vision or _("Our vision:"),
            above=member.name,
            choices=levels,
            ruled=0 if vision else 4,
            blanks=(_("Why"), _("What would move me one step")),
        )
