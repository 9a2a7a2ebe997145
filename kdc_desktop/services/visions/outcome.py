"""What was agreed on and promised, at the end of an evening."""

from datetime import date

from sqlalchemy import ColumnElement, or_, select, true

from kdc_desktop.domain.consortia.states import WITH_THE_CLUB
from kdc_desktop.domain.consortia.steps import STATE_ENTRIES
from kdc_desktop.domain.visions.stages import BUY_IN, VISION
from kdc_desktop.i18n import _, date_text, lazy, listed, ngettext, sentences, titled
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.sessions import Session, Stage
from kdc_desktop.model.visions import Commitment, Vision
from kdc_desktop.services.consortia.steps import StateRow, states_in
from kdc_desktop.services.consortia.worked_on import worked_on_in
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.sessions.joins import OutcomeLine, OutcomePart, SessionFact
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.services.visions.questions import consortia_with_visions
from kdc_desktop.services.visions.rows import ConsortiumChoice
from kdc_desktop.storage import Database


def _visions(database: Database, session_id: int) -> list[OutcomeLine]:
    """What each wanted when the evening ended, and how it stands by now."""
    found = consortia_with_visions(database, session_id, told=True)
    with database.read() as snapshot:
        evening = snapshot.get_one(Session, session_id)
        written = snapshot.execute(
            select(Vision.consortium_id, Vision.number, Vision.text)
            .where(Vision.consortium_id.in_([row.id for row in found]))
            .where(true() if evening.closed_at is None else Vision.created_at <= evening.closed_at)
            .order_by(Vision.number)
        )
        stood = {key: (number, text) for key, number, text in written}
        zone, states = club_zone(snapshot), states_in(snapshot, list(stood), list(stood))
        today = day_of(database.now(), zone)
    was_before = evening.closed_at is not None and day_of(evening.closed_at, zone) < today
    return [
        OutcomeLine(
            titled(row.name, stood[row.id][1]),
            _by_now(row, _standing(row, states[row.id], zone), stood[row.id][0], was_before),
        )
        for row in found
        if row.id in stood
    ]


def _standing(row: ConsortiumChoice, state: StateRow, zone: Zone) -> str:
    """How far its vision is; of what goes on without the club, or no more, that it does."""
    if state.state in WITH_THE_CLUB:
        return f"{row.headline}."
    day = date_text(day_of(state.at, zone))
    return _("{state} since {day}.", state=STATE_ENTRIES[state.state], day=day)


def _by_now(row: ConsortiumChoice, standing: str, number: int, was_before: bool) -> str:
    if not was_before:
        return standing
    today = _("Today: {standing}", standing=standing)
    if row.version_number == number:
        return today
    return sentences([_("By now there is version {number}.", number=row.version_number), today])


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
    """What was still to be kept when the evening ended, and what was kept of it since."""
    with database.read() as snapshot:
        zone = club_zone(snapshot)
        today = day_of(database.now(), zone)
        closed_at = snapshot.get_one(Session, session_id).closed_at
        open_then: list[ColumnElement[bool]] = [Commitment.done_at.is_(None)]
        if closed_at is not None:
            kept_since = or_(Commitment.done_at.is_(None), Commitment.done_at > closed_at)
            open_then = [kept_since, Commitment.created_at <= closed_at]
        rows = snapshot.execute(
            with_names(
                select(*NAMES, Commitment.what, Commitment.due_on, Commitment.done_at)
                .join(Member, Member.id == Commitment.member_id)
                .join(Consortium, Consortium.id == Member.consortium_id)
            )
            .where(worked_on_in(session_id), *open_then)
            .order_by(Commitment.due_on.is_(None), Commitment.due_on, Commitment.id)
        ).all()
    return [
        OutcomeLine(titled(called(*names), what), _kept(done_at, zone) or _due(due_on, today))
        for *names, what, due_on, done_at in rows
    ]


def _kept(done_at: Instant | None, zone: Zone) -> str:
    if done_at is None:
        return ""
    return _("Kept on {day}.", day=date_text(day_of(done_at, zone)))


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
    frozenset({"session", "vision", "position", "reservation", "consortium", "member"})
    | {"open_role", "taken_up", "consortium_step"},
    _visions,
)
COMMITMENTS = OutcomePart(
    "commitments",
    lazy("Commitments that are still to be kept"),
    "list-checks",
    lazy("Nobody has promised anything that is still to be done."),
    frozenset({"session", "taken_up", "commitment", "member", "person", "organisation"})
    | {"department"},
    _commitments,
)
