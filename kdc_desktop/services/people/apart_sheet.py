"""Who is kept apart from whom: in one's own workbook only, and never why."""

from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.people import KeptApart
from kdc_desktop.services.kit.source import Source, id_of, key_of

_APART = (
    key_of("Kept apart"),
    Column(lazy("Person"), head=True, filled=True, means=lazy("One of the two.")),
    id_of("Person"),
    Column(lazy("Kept apart from"), filled=True, means=lazy("The other one.")),
    replace(id_of("Person", "Kept apart from"), means=lazy("The number of the other one.")),
    Column(lazy("When"), Kind.DATETIME, filled=True, means=lazy("When it was noted.")),
)


def kept_apart(source: Source) -> Table:
    """Every two people who are kept apart, in the workbook of all sessions.

    That is nobody else's business, so it is in no edition to share; why is seen in People only.
    """
    wanted = select(KeptApart).order_by(KeptApart.id)
    found = source.snapshot.scalars(wanted).all() if source.every_session else []
    rows = [
        (
            one.id,
            source.who(one.person_id).name,
            one.person_id,
            source.who(one.other_id).name,
            one.other_id,
            source.by_clock(one.at, None),
        )
        for one in found
    ]
    return Table(
        name="Kept_apart",
        title=lazy("Kept apart"),
        columns=_APART,
        rows=rows,
        purpose=lazy("Who is in no group and at no table together."),
        stays=True,
    )
