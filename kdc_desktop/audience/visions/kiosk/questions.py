"""Where members stand, and the pulse of their consortium, as the kiosk asks them."""

from kdc_desktop.audience.polls.kiosk.asked_in_turn import AskedInTurn
from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.audience.polls.kiosk.question import Said
from kdc_desktop.audience.visions.kiosk.wording import WordsOfPositions, WordsOfPulses
from kdc_desktop.domain.kit.actors import Actor, ActorKind, Way
from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.domain.polls.terms import PollChoice, Terms
from kdc_desktop.domain.visions.pulse import QUESTIONS, STEPS
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.model.values import MOST_LEVELS
from kdc_desktop.services.polls.rows import VoterRow
from kdc_desktop.services.visions.asked import AskingNow, asked_now, pulse_now, still_open
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.pulses import answer_pulse
from kdc_desktop.services.visions.speakers import (
    SpeakerRow,
    speakers_of_asking,
    speakers_of_pulse,
)
from kdc_desktop.storage import Database
from kdc_desktop.storage.acting import acting

_TABLES = frozenset(
    {"member", "leaving", "delegate", "attendance", "person", "organisation", "department"}
)


class _MembersAsked(AskedInTurn):
    """Those who speak for the members of a consortium, for each of which one answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def _speakers(self) -> list[SpeakerRow]:
        raise NotImplementedError

    def _asked(self) -> list[VoterRow]:
        return [_row(one) for one in self._speakers()]

    def greeted(self, voter: VoterRow) -> str:
        """A person by the name that they are called, a member by its whole name."""
        return super().greeted(voter) if voter.person_id > 0 else voter.name

    @property
    def turnout_line(self) -> str:
        """“7 of 11 have answered”."""
        members = {one.member_id: one.has_answered for one in self._speakers()}
        return ngettext(
            "{answered} of {count} has answered",
            "{answered} of {count} have answered",
            len(members),
            answered=sum(members.values()),
        )

    def _speaker(self, key: int) -> SpeakerRow:
        for one in self._speakers():
            if _key(one) == key:
                if one.has_answered:
                    raise UserError(_("{name} has answered already.", name=one.member or one.name))
                return one
        raise UserError(_("You speak for no member of this consortium by now."))


class PositionQuestion(_MembersAsked):
    """Where the members stand on the version that an asking is about."""

    words = WordsOfPositions()
    tables = _TABLES | {"asking", "position", "consortium"}

    def __init__(self, database: Database, asking_id: int) -> None:
        super().__init__(database)
        self._asking_id = asking_id
        asked = asked_now(database, asking_id)
        if asked is None:
            raise UserError(_("Nobody is asked by now. Ask first, then start the kiosk."))
        self.title = asked.consortium
        self.about: tuple[str, ...] = (
            asked.statement,
            _("Nobody sees what you answer here until all answers are shown at once."),
        )
        self.ballot = _levels(asked)

    @property
    def is_open(self) -> bool:
        """Whether the asking is there and not revealed, and its session goes on."""
        asked = asked_now(self._database, self._asking_id)
        return asked is not None and asked.is_open

    def _speakers(self) -> list[SpeakerRow]:
        return speakers_of_asking(self._database, self._asking_id)

    @acting(Actor(ActorKind.PARTICIPANT), Way.DESK)
    def cast(self, key: int, marks: Marks, said: Said) -> None:
        """Take the answer of whoever speaks for a member.

        Raises:
            UserError: the asking was revealed, or the member has answered meanwhile.
        """
        asked = still_open(asked_now(self._database, self._asking_id))
        speaker = self._speaker(key)
        (spot,) = marks
        take_position(
            self._database,
            asked.vision_id,
            speaker.member_id,
            asked.level_of(spot.option_id),
            said.why,
            said.would_move,
            how=HowAnswered(asked.session_id, AnswerWay.KIOSK, speaker.person_id, self._asking_id),
        )


class PulseOfMembers(_MembersAsked):
    """The five short questions of a pulse."""

    words = WordsOfPulses()
    tables = _TABLES | {"pulse", "pulse_answer", "consortium"}

    def __init__(self, database: Database, pulse_id: int) -> None:
        super().__init__(database)
        self._pulse_id = pulse_id
        asked = pulse_now(database, pulse_id)
        if asked is None:
            raise UserError(_("No pulse is taken by now. Begin one, then start the kiosk."))
        self.title = asked.consortium
        self.about: tuple[str, ...] = (
            _("{consortium}: 1 is not at all, 5 is fully.", consortium=asked.consortium),
            _("Nobody sees who answered what; later all answers are shown together."),
        )
        asked_of_all = tuple(
            PollChoice(number, str(one.text)) for number, one in enumerate(QUESTIONS, 1)
        )
        self.ballot = Ballot(
            method_of("score"),
            Terms(asked_of_all, lowest=1, highest=STEPS),
            needs=len(QUESTIONS),
        )

    @property
    def is_open(self) -> bool:
        """Whether the pulse is there and not revealed, and its session goes on."""
        asked = pulse_now(self._database, self._pulse_id)
        return asked is not None and asked.is_open

    def _speakers(self) -> list[SpeakerRow]:
        return speakers_of_pulse(self._database, self._pulse_id)

    @acting(Actor(ActorKind.PARTICIPANT), Way.DESK)
    def cast(self, key: int, marks: Marks, _said: Said) -> None:
        """Take the five answers of whoever speaks for a member.

        Raises:
            UserError: the pulse was revealed, or the member has answered meanwhile.
        """
        still_open(pulse_now(self._database, self._pulse_id))
        speaker = self._speaker(key)
        steps = {QUESTIONS[spot.option_id - 1].key: step for spot, step in marks.items()}
        answer_pulse(self._database, self._pulse_id, speaker.member_id, steps)


def _levels(asked: AskingNow) -> Ballot:
    # Numbered as everywhere else: level 3 is number 3. There is no number 0, so it comes last.
    levels = sorted(SCALES[asked.scale].levels, key=lambda level: level.value or MOST_LEVELS)
    choices = tuple(PollChoice(asked.option_of(level.value), str(level.label)) for level in levels)
    return Ballot(
        method_of("approval"),
        Terms(choices, marks_each=1),
        single=True,
        needs=1,
    )


def _key(speaker: SpeakerRow) -> int:
    """What tells speakers apart: people by their number, members without one by their own."""
    return -speaker.member_id if speaker.person_id is None else speaker.person_id


def _row(speaker: SpeakerRow) -> VoterRow:
    return VoterRow(
        _key(speaker),
        speaker.name,
        speaker.member,
        speaker.sector,
        speaker.badge,
        Channel.KIOSK if speaker.has_answered else None,
    )
