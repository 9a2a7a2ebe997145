"""The consortia at the end of an evening, with everybody who is in them."""

from sqlalchemy import or_, select

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import _, lazy, listed, ngettext, sentences
from kdc_desktop.model.consortia import Consortium, ConsortiumStep, Delegate, Member, TakenUp
from kdc_desktop.model.people import Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.sessions.joins import OutcomeLine, OutcomePart
from kdc_desktop.storage import Database, Snapshot


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
        taken_up = _taken_up(snapshot, session_id)
        names: dict[int, list[str]] = {}
        for consortium_id, name in sorted(
            snapshot.execute(placed), key=lambda row: in_order(row[1])
        ):
            names.setdefault(consortium_id, []).append(name)
    return [
        OutcomeLine(name, _told(names.get(key, []), confirmed=confirmed_at is not None))
        for key, name, confirmed_at in consortia
    ] + taken_up


def _taken_up(snapshot: Snapshot, session_id: int) -> list[OutcomeLine]:
    """Those of before that the evening has worked on, and what was said there of each."""
    found = snapshot.execute(
        select(Consortium.id, Consortium.name)
        .join(TakenUp, TakenUp.consortium_id == Consortium.id)
        .where(TakenUp.session_id == session_id)
        .order_by(TakenUp.id)
    ).all()
    said = snapshot.execute(
        select(ConsortiumStep.consortium_id, ConsortiumStep.state)
        .join(TakenUp, TakenUp.consortium_id == ConsortiumStep.consortium_id)
        .join(Session, Session.id == TakenUp.session_id)
        .where(Session.id == session_id, ConsortiumStep.at >= Session.went_live_at)
        .where(or_(Session.closed_at.is_(None), ConsortiumStep.at <= Session.closed_at))
        .order_by(ConsortiumStep.at, ConsortiumStep.id)
    )
    came_to = {row.consortium_id: row.state for row in said}
    return [OutcomeLine(name, _taken_further(came_to.get(key))) for key, name in found]


def _taken_further(state: ConsortiumState | None) -> str:
    if state is None:
        return _("Taken up.")
    return _("Taken up, and since then: {state}.", state=STATE_WORDS[state])


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
    frozenset({"session", "consortium", "consortium_step", "taken_up", "member", "delegate"})
    | {"person"},
    _consortia,
)
