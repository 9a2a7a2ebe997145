"""The pulse of a consortium: five short questions to its members, hidden until revealed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from kdc_desktop.domain.visions.pulse import QUESTION_KEYS, STEPS, Beat, beats
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.instants import Instant, day_of
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Pulse, PulseAnswer
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.visions.askings import check_somebody_is_asked
from kdc_desktop.services.visions.members import check_asked, name_of_member
from kdc_desktop.storage import Database, Edit, Snapshot


@dataclass(frozen=True)
class PulseRow:
    """One round: how many members have answered, and once it is revealed what by question.

    Without a session it was taken between evenings.
    """

    id: int
    session_id: int | None
    opened_on: date
    opened_at: Instant
    revealed_at: Instant | None
    answered: int
    beats: tuple[Beat, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether its answers may still change."""
        return self.revealed_at is None


def open_pulse(database: Database, consortium_id: int, session_id: int | None = None) -> int:
    """Ask the members of a consortium the five questions; the pulse's id.

    Raises:
        UserError: it is being asked already, or has nobody to ask.
    """
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(lazy("Took the pulse of {consortium}", consortium=name)) as edit:
        if open_pulse_of(edit, consortium_id) is not None:
            raise UserError(
                _(
                    "The pulse of {consortium} is being taken already. Reveal it first.",
                    consortium=name,
                )
            )
        check_somebody_is_asked(edit, consortium_id, name)
        pulse = Pulse(consortium_id=consortium_id, session_id=session_id, opened_at=database.now())
        edit.add(pulse)
        edit.flush()
        return pulse.id


def answer_pulse(
    database: Database, pulse_id: int, member_id: int, steps: Mapping[str, int]
) -> None:
    """What a member answers to all five questions, in place of what it said before.

    Args:
        steps: by the key of the question, from 1 to `STEPS`.

    Raises:
        UserError: a question has no answer, the pulse was revealed, or the member is not asked.
        ValueError: the member is in another consortium.
    """
    _check_steps(steps)
    name = name_of_member(database, member_id)
    with database.edit(lazy("Noted the pulse of {name}", name=name)) as edit:
        pulse = edit.get_one(Pulse, pulse_id)
        if edit.get_one(Member, member_id).consortium_id != pulse.consortium_id:
            raise ValueError("the member belongs to another consortium than the pulse")
        if pulse.revealed_at is not None:
            raise UserError(_("This pulse was revealed, so it stays. Take another one."))
        check_asked(edit, member_id)
        known = {
            answer.question: answer
            for answer in edit.scalars(
                select(PulseAnswer).where(
                    PulseAnswer.pulse_id == pulse_id, PulseAnswer.member_id == member_id
                )
            )
        }
        for question, step in steps.items():
            answer = known.get(question)
            if answer is None:
                answer = PulseAnswer(pulse_id=pulse_id, member_id=member_id, question=question)
                edit.add(answer)
            answer.step, answer.at = step, database.now()


def reveal_pulse(database: Database, pulse_id: int) -> None:
    """Show what was answered; from now on none of it changes.

    Raises:
        UserError: it was revealed already, or nobody has answered.
    """
    with database.edit(lazy("Revealed the pulse")) as edit:
        pulse = edit.get_one(Pulse, pulse_id)
        if pulse.revealed_at is not None:
            raise UserError(_("This pulse has been revealed already."))
        if not _answered(edit, pulse_id):
            raise UserError(_("Nobody has answered yet. Note an answer first, or call it off."))
        pulse.revealed_at = database.now()


def call_off_pulse(database: Database, pulse_id: int) -> None:
    """Nobody is asked any more; for a pulse that nobody has answered.

    Raises:
        UserError: somebody has answered.
    """
    with database.edit(lazy("Called off the pulse")) as edit:
        if _answered(edit, pulse_id):
            raise UserError(_("Somebody has answered, and no answer is lost. Reveal it instead."))
        edit.delete(edit.get_one(Pulse, pulse_id))


def pulses(database: Database, consortium_id: int) -> list[PulseRow]:
    """The pulses of a consortium in the order of time, in three queries."""
    with database.read() as snapshot:
        zone = club_zone(snapshot)
        found = snapshot.scalars(
            select(Pulse)
            .where(Pulse.consortium_id == consortium_id)
            .order_by(Pulse.opened_at, Pulse.id)
        ).all()
        answers = snapshot.execute(
            select(
                PulseAnswer.pulse_id, PulseAnswer.member_id, PulseAnswer.question, PulseAnswer.step
            )
            .join(Pulse, Pulse.id == PulseAnswer.pulse_id)
            .where(Pulse.consortium_id == consortium_id)
        ).all()
    given: dict[int, list[tuple[str, int]]] = {}
    members: dict[int, set[int]] = {}
    for pulse_id, member_id, question, step in answers:
        given.setdefault(pulse_id, []).append((question, step))
        members.setdefault(pulse_id, set()).add(member_id)
    return [
        PulseRow(
            pulse.id,
            pulse.session_id,
            day_of(pulse.opened_at, zone),
            pulse.opened_at,
            pulse.revealed_at,
            len(members.get(pulse.id, ())),
            () if pulse.revealed_at is None else beats(given.get(pulse.id, ())),
        )
        for pulse in found
    ]


def open_pulse_of(snapshot: Snapshot, consortium_id: int) -> Pulse | None:
    """The pulse of a consortium that is not revealed yet; there is one at most."""
    return snapshot.scalar(
        select(Pulse)
        .where(Pulse.consortium_id == consortium_id, Pulse.revealed_at.is_(None))
        .order_by(Pulse.id.desc())
        .limit(1)
    )


def _answered(edit: Edit, pulse_id: int) -> int:
    counted = select(func.count()).select_from(PulseAnswer)
    return edit.scalar(counted.where(PulseAnswer.pulse_id == pulse_id)) or 0


def _check_steps(steps: Mapping[str, int]) -> None:
    if set(steps) != set(QUESTION_KEYS):
        raise UserError(_("Answer all five questions, then go on."))
    if not all(1 <= step <= STEPS for step in steps.values()):
        raise UserError(_("Each question is answered from 1 to {most}.", most=STEPS))
