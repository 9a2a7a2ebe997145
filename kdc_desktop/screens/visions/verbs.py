"""What a facilitator can do on the vision screen, each one a verb of the services."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import partial

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.domain.visions.states import AnswerWay, ReservationState
from kdc_desktop.errors import UserError
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.commitment_panel import CommitmentPanel
from kdc_desktop.screens.visions.inspector import VisionInspector
from kdc_desktop.screens.visions.view import VisionView
from kdc_desktop.services.sessions.listing import session
from kdc_desktop.services.visions import (
    askings,
    commitments,
    owners,
    positions,
    readings,
    reservations,
    scale,
    versions,
)
from kdc_desktop.services.visions.drafts import VersionDraft
from kdc_desktop.storage import Database


class VisionVerbs:
    """Acts on what is looked at; a refusal becomes a problem of the screen, and is False."""

    def __init__(
        self, screen: Screen, database: Database, view: VisionView, session_id: int | None
    ) -> None:
        self._attempt, self._database, self._view = screen.attempt_here, database, view
        self._session_id = session_id

    def serve(self, panel: VisionInspector) -> None:
        """Do what is wanted in the panel beside the map."""
        panel.owners = self.possible_owners
        panel.settle_wanted.connect(self.settle)
        panel.owner_wanted.connect(self.name_owner)
        panel.met_wanted.connect(self.meet)
        panel.agreed_wanted.connect(self.agree_on)
        panel.commitments.commit_wanted.connect(partial(self.commit, panel.commitments))
        panel.commitments.tick_wanted.connect(self.tick)
        panel.commitments.remove_wanted.connect(self.remove_commitment)

    def save(self, consortium_id: int, written: VersionDraft) -> bool:
        """The next version of a consortium's vision, and the reservations that it answers."""
        said = (written.text, written.note, written.parts, written.answers)
        done = self._attempt(versions.save_version, self._database, consortium_id, *said)
        return done is not None

    def take(self, member_id: int, version_id: int, level: int) -> bool:
        """A member's position on a version."""
        place = (version_id, member_id, level)
        done = self._attempt(positions.take_position, self._database, *place, how=self.how())
        return done is not None

    def how(self) -> positions.HowAnswered:
        """How an answer comes in now: at the session while it is live, else it is a call."""
        live = self.live_session()
        return positions.HowAnswered(live, AnswerWay.HAND if live else AnswerWay.CALL)

    def live_session(self) -> int | None:
        """The session of the screen while it is live."""
        if self._session_id is None:
            return None
        with suppress(UserError):  # it has gone meanwhile
            if session(self._database, self._session_id).status is SessionStatus.LIVE:
                return self._session_id
        return None

    def ask(self) -> bool:
        """The members are asked about the latest version."""
        of = (self._view.consortium_id, self.live_session())
        return self._attempt(askings.open_asking, self._database, *of) is not None

    def reveal(self, asking_id: int) -> bool:
        """All answers of an asking are shown at once."""
        return self._attempt(askings.reveal, self._database, asking_id) is not None

    def call_off(self, asking_id: int) -> None:
        """Nobody is asked any more."""
        self._attempt(askings.call_off, self._database, asking_id)

    def clear(self, member_id: int, version_id: int) -> None:
        """No position of a member on a version."""
        self._attempt(positions.clear_position, self._database, version_id, member_id)

    def keep_reading(self, member_id: int, version_id: int, text: str) -> None:
        """What a version means for a member."""
        self._attempt(readings.set_reading, self._database, version_id, member_id, text)

    def settle(self, reservation_id: int, state: ReservationState) -> None:
        """What becomes of a reservation, with the version that counts."""
        self._attempt(reservations.settle_reservation, self._database, reservation_id, state)

    def possible_owners(self) -> Sequence[str]:
        """Who could take care of a reservation."""
        return owners.possible_owners(self._database, self._view.consortium_id)

    def name_owner(self, reservation_id: int, owner: str) -> None:
        """Who takes care of a reservation."""
        self._attempt(reservations.set_owner, self._database, reservation_id, owner)

    def agree_on(self, level: int) -> None:
        """The lowest level at which the consortium goes."""
        self._attempt(scale.set_agreed_level, self._database, self._view.consortium_id, level)

    def choose_scale(self, key: str) -> bool:
        """The scale on which the consortium's members answer."""
        done = self._attempt(scale.set_scale, self._database, self._view.consortium_id, key)
        return done is not None

    def commit(
        self, at: CommitmentPanel, member_id: int, what: str, due_on: date, meets: int | None
    ) -> None:
        """What a member gives, by when, and which reservation that meets."""
        given = (member_id, what, due_on, meets)
        if self._attempt(commitments.commit, self._database, *given) is not None:
            at.begin_the_next()

    def meet(self, commitment_id: int, reservation_id: int) -> None:
        """A commitment meets a reservation."""
        self._attempt(commitments.meet_reservation, self._database, commitment_id, reservation_id)

    def tick(self, commitment_id: int, given: bool) -> None:
        """Whether a commitment is fulfilled."""
        verb = commitments.fulfil_commitment if given else commitments.reopen_commitment
        self._attempt(verb, self._database, commitment_id)

    def remove_commitment(self, commitment_id: int) -> None:
        """A commitment was never made."""
        self._attempt(commitments.remove_commitment, self._database, commitment_id)
