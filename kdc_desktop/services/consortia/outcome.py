"""The consortia at the end of an evening, with everybody who is in them."""

from sqlalchemy import or_, select

from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import _, lazy, listed, ngettext, sentences
from kdc_desktop.model.consortia import Consortium, Delegate, Member
from kdc_desktop.model.people import Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.sessions.joins import OutcomeLine, OutcomePart
from kdc_desktop.storage import Database


def _consortia(database: Database, session_id: int) -> list[OutcomeLine]:
    found = (
        select(Consortium.id, Consortium.name, Consortium.confirmed_at)
        .join(Session, Session.id == Consortium.session_id)
        .where(
            Consortium.session_id == session_id,
            or_(Consortium.let_go_at.is_(None), Consortium.let_go_at > Session.closed_at),
        )
        .order_by(Consortium.place_in_order, Consortium.id)
    )
    placed = (
        select(Member.consortium_id, Person.name)
        .join(Delegate, Delegate.member_id == Member.id)
        .join(Person, Person.id == Delegate.person_id)
        .where(Delegate.session_id == session_id)
    )
    with database.read() as snapshot:
        consortia = snapshot.execute(found).all()
        names: dict[int, list[str]] = {}
        for consortium_id, name in sorted(
            snapshot.execute(placed), key=lambda row: in_order(row[1])
        ):
            names.setdefault(consortium_id, []).append(name)
    return [
        OutcomeLine(name, _told(names.get(key, []), confirmed=confirmed_at is not None))
        for key, name, confirmed_at in consortia
    ]


def _told(names: list[str], *, confirmed: bool) -> str:
    told = (
        [
            ngettext(
                "{count} person: {names}.",
                "{count} people: {names}.",
                len(names),
                names=listed(names),
            )
        ]
        if names
        else [_("Nobody is in it.")]
    )
    return sentences(told if confirmed else [*told, _("Not confirmed yet.")])


CONSORTIA = OutcomePart(
    "consortia",
    lazy("Consortia"),
    "handshake",
    lazy("No consortium was formed."),
    frozenset({"session", "consortium", "member", "delegate", "person"}),
    _consortia,
)
