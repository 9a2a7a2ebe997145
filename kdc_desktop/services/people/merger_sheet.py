"""Whom the club knew twice, and as whom they are known since."""

from dataclasses import replace

from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Kind, Table
from kdc_desktop.model.people import Person, PersonMerge
from kdc_desktop.services.kit.source import Source, id_of, key_of

_MERGERS = (
    key_of("Merger"),
    Column(lazy("Was known as"), head=True, filled=True, means=lazy("The name that went.")),
    replace(
        id_of("Person", "Was known as"),
        entity="",  # voter rolls have it, People has not
        means=lazy("The number of who went, which what they voted keeps."),
    ),
    Column(lazy("Is known as"), filled=True, means=lazy("The name that stayed.")),
    id_of("Person", "Is known as"),
    Column(lazy("When"), Kind.DATETIME, filled=True, means=lazy("When they became one.")),
)


def mergers(source: Source) -> Table:
    """Every two people who became one, in the workbook of all sessions.

    That is nobody else's business, so it is in no edition to share. Two organisations that became
    one leave no row: the log tells of them.
    """
    wanted = (
        select(PersonMerge, Person.name)
        .join(Person, Person.id == PersonMerge.person_id)
        .order_by(PersonMerge.id)
    )
    found = source.snapshot.execute(wanted).all() if source.every_session else []
    rows = [
        (
            one.id,
            name,
            one.person_id,
            source.who(one.into_id).name,
            one.into_id,
            source.by_clock(one.at, None),
        )
        for one, name in found
    ]
    return Table(
        name="Mergers",
        title=lazy("Mergers"),
        columns=_MERGERS,
        rows=rows,
        purpose=lazy("Who was known twice, and as whom since. The log tells of organisations."),
        stays=True,
    )
