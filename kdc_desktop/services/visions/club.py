"""The consortia of the whole club: how far each of them is, and when it was last heard of."""

from dataclasses import dataclass

from sqlalchemy import func, select

from kdc_desktop.domain.consortia.states import ConsortiumState, is_alive
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.obstacles.states import TELLS_OF_IT
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Member, SignOfLife
from kdc_desktop.model.obstacles import Obstacle, ObstacleStep
from kdc_desktop.model.sessions import Session
from kdc_desktop.model.visions import Commitment, Position, Vision
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.consortia.signs import IS_HEARD
from kdc_desktop.services.consortia.steps import states_in
from kdc_desktop.services.consortia.worked_on import of_the_club
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick


@dataclass(frozen=True)
class ConsortiumNow:
    """A consortium as it stands; `since` it is in its state, `heard_at` something was last said.

    `lead` is the name of the member that leads it, empty where none does.
    """

    id: int
    name: str
    session_id: int | None
    state: ConsortiumState
    since: Instant
    heard_at: Instant
    lead: str
    version_number: int

    @property
    def is_over(self) -> bool:
        """Whether nothing is expected of it any more."""
        return not is_alive(self.state)


def consortia_now(snapshot: Snapshot) -> dict[int, ConsortiumNow]:
    """Every consortium that the club still knows, by its id, in their order."""
    found = snapshot.scalars(
        select(Consortium)
        .outerjoin(Session, Session.id == Consortium.session_id)
        .where(of_the_club())
        .order_by(Consortium.created_at, Consortium.place_in_order, Consortium.id)
    ).all()
    versions = _versions(snapshot)
    states = states_in(snapshot, [one.id for one in found], versions)
    heard, leads = _heard(snapshot), _leads(snapshot)
    told = {}
    for one in found:
        number, written_at = versions.get(one.id, (0, None))
        state = states[one.id]
        moments = (one.created_at, state.at, written_at, *heard.get(one.id, ()))
        told[one.id] = ConsortiumNow(
            one.id,
            one.name,
            one.session_id,
            state.state,
            state.at,
            max(moment for moment in moments if moment is not None),
            leads.get(one.id, ""),
            number,
        )
    return told


def is_counted(state: ConsortiumState | None, done_at: Instant | None) -> bool:
    """Whether a commitment of a consortium in this state counts: kept, or still expected of it.

    None of one that the club does not know any more does, which has no state.
    """
    return state is not None and (done_at is not None or is_alive(state))


def heard_besides_answers(snapshot: Snapshot) -> dict[int, Instant]:
    """When each consortium was last heard in its versions, its promises and its signs of life."""
    said: dict[int, Instant] = {key: at for key, (_number, at) in _versions(snapshot).items()}
    for key, moments in _heard(snapshot, with_answers=False).items():
        said[key] = max(filter(None, (said.get(key), *moments)))
    return said


_VERSIONS = Quick(
    select(Vision.consortium_id, func.max(Vision.number), func.max(Vision.created_at)).group_by(
        Vision.consortium_id
    )
)


def _versions(snapshot: Snapshot) -> dict[int, tuple[int, Instant]]:
    """The number of the last version, and when it was written."""
    return {key: (number, at) for key, number, at in _VERSIONS.rows(snapshot) if at is not None}


_HEARD = (
    Quick(
        select(Vision.consortium_id, func.max(Position.at))
        .join(Vision, Vision.id == Position.vision_id)
        .group_by(Vision.consortium_id)
    ),
    Quick(
        select(Member.consortium_id, func.max(Commitment.created_at), func.max(Commitment.done_at))
        .join(Member, Member.id == Commitment.member_id)
        .group_by(Member.consortium_id)
    ),
    Quick(
        select(SignOfLife.consortium_id, func.max(SignOfLife.at))
        .where(IS_HEARD)
        .group_by(SignOfLife.consortium_id)
    ),
    Quick(
        select(Obstacle.consortium_id, func.max(ObstacleStep.at))
        .join(ObstacleStep, ObstacleStep.obstacle_id == Obstacle.id)
        .where(ObstacleStep.event.in_(TELLS_OF_IT))
        .group_by(Obstacle.consortium_id)
    ),
)


def _heard(snapshot: Snapshot, *, with_answers: bool = True) -> dict[int, tuple[Instant, ...]]:
    """When its members last answered, promised or kept something, when something was said of what
    holds it back, and its last signs of life."""
    heard: dict[int, tuple[Instant, ...]] = {}
    for asked in _HEARD[not with_answers :]:
        for key, *moments in asked.rows(snapshot):
            heard[key] = (*heard.get(key, ()), *(at for at in moments if at is not None))
    return heard


def _leads(snapshot: Snapshot) -> dict[int, str]:
    leading = with_names(select(Member.consortium_id, *NAMES)).where(
        Member.role == MemberRole.LEAD, ~has_left(Member.id)
    )
    found = snapshot.execute(leading.order_by(Member.id.desc()))
    return {key: called(*names) for key, *names in found}
