"""What was agreed on and promised, at the end of an evening."""

from datetime import date

from sqlalchemy import select

from kdc_desktop.domain.visions.stages import BUY_IN, VISION
from kdc_desktop.i18n import _, date_text, lazy, listed, ngettext, sentences, titled
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.sessions import Stage
from kdc_desktop.model.visions import Commitment, Vision
from kdc_desktop.services.sessions.joins import OutcomeLine, OutcomePart, SessionFact
from kdc_desktop.services.visions.questions import consortia_with_visions
from kdc_desktop.storage import Database


def _visions(database: Database, session_id: int) -> list[OutcomeLine]:
    found = consortia_with_visions(database, session_id, told=True)
    written = [row for row in found if row.version_number]
    with database.read() as snapshot:
        texts = {
            (consortium_id, number): text
            for consortium_id, number, text in snapshot.execute(
                select(Vision.consortium_id, Vision.number, Vision.text).where(
                    Vision.consortium_id.in_([row.id for row in written])
                )
            )
        }
    return [
        OutcomeLine(titled(row.name, texts[row.id, row.version_number]), f"{row.headline}.")
        for row in written
    ]


def _without_vision(database: Database, session_id: int) -> str:
    """Which consortia have written none, in an evening with a stage for that."""
    stages = select(Stage.id).where(Stage.session_id == session_id)
    names = (
        select(Consortium.name)
        .where(Consortium.session_id == session_id, Consortium.let_go_at.is_(None))
        .where(Consortium.id.not_in(select(Vision.consortium_id)))
        .where(stages.where(Stage.kind.in_([VISION.key, BUY_IN.key])).exists())
        .order_by(Consortium.place_in_order, Consortium.id)
    )
    with database.read() as snapshot:
        found = snapshot.scalars(names).all()
    if not found:
        return ""
    return ngettext(
        "{count} consortium has no vision: {names}.",
        "{count} consortia have no vision: {names}.",
        len(found),
        names=listed(found),
    )


def _commitments(database: Database, session_id: int) -> list[OutcomeLine]:
    today = day_of(database.now(), laptop_zone())
    with database.read() as snapshot:
        rows = snapshot.execute(
            select(Organisation.name, Person.name, Commitment.what, Commitment.due_on)
            .join(Member, Member.id == Commitment.member_id)
            .join(Consortium, Consortium.id == Member.consortium_id)
            .outerjoin(Organisation, Organisation.id == Member.organisation_id)
            .outerjoin(Person, Person.id == Member.person_id)
            .where(Consortium.session_id == session_id, Commitment.done_at.is_(None))
            .order_by(Commitment.due_on.is_(None), Commitment.due_on, Commitment.id)
        ).all()
    return [
        OutcomeLine(titled(organisation or person or "", what), _due(due_on, today))
        for organisation, person, what, due_on in rows
    ]


def _due(due_on: date | None, today: date) -> str:
    if due_on is None:
        return _("Without a date.")
    by = _("By {day}.", day=date_text(due_on))
    return sentences([by, _("That day has passed.")]) if due_on < today else by


WITHOUT_VISION = SessionFact(frozenset({"consortium", "vision", "stage"}), _without_vision)
VISIONS = OutcomePart(
    "visions",
    lazy("Visions"),
    "telescope",
    lazy("No vision was written."),
    frozenset({"vision", "position", "reservation", "consortium", "member", "open_role"}),
    _visions,
)
COMMITMENTS = OutcomePart(
    "commitments",
    lazy("Commitments that are still to be kept"),
    "list-checks",
    lazy("Nobody has promised anything that is still to be done."),
    frozenset({"commitment", "member", "person", "organisation"}),
    _commitments,
)
