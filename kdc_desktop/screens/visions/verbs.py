"""What a facilitator can do on the vision screen, each one a verb of the services."""

from datetime import date

from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.view import VisionView
from kdc_desktop.services.visions import (
    commitments,
    positions,
    readings,
    reservations,
    scale,
    versions,
)
from kdc_desktop.storage import Database


class VisionVerbs:
    """Acts on what is looked at; a refusal becomes a problem of the screen, and is False."""

    def __init__(self, screen: Screen, database: Database, view: VisionView) -> None:
        self._attempt, self._database, self._view = screen.attempt_here, database, view

    def save(self, consortium_id: int, text: str, note: str) -> bool:
        """The next version of a consortium's vision."""
        done = self._attempt(versions.save_version, self._database, consortium_id, text, note)
        return done is not None

    def take(self, member_id: int, version_id: int, level: int) -> bool:
        """A member's position on a version."""
        place = (version_id, member_id, level)
        return self._attempt(positions.take_position, self._database, *place) is not None

    def clear(self, member_id: int, version_id: int) -> None:
        """No position of a member on a version."""
        self._attempt(positions.clear_position, self._database, version_id, member_id)

    def keep_reading(self, member_id: int, version_id: int, text: str) -> None:
        """What a version means for a member."""
        self._attempt(readings.set_reading, self._database, version_id, member_id, text)

    def settle(self, reservation_id: int, state: ReservationState) -> None:
        """What becomes of a reservation; one that is addressed says in which version."""
        page, answer = self._view.page, None
        if state is ReservationState.ADDRESSED and page is not None and page.latest is not None:
            row = next(r for r in page.reservations if r.id == reservation_id)
            answer = row.answer or _("Addressed in version {number}", number=page.latest.number)
        self._attempt(
            reservations.settle_reservation, self._database, reservation_id, state, answer
        )

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

    def commit(self, member_id: int, what: str, due_on: date) -> bool:
        """What a member gives, and by when."""
        done = self._attempt(commitments.commit, self._database, member_id, what, due_on)
        return done is not None

    def tick(self, commitment_id: int, given: bool) -> None:
        """Whether a commitment is fulfilled."""
        verb = commitments.fulfil_commitment if given else commitments.reopen_commitment
        self._attempt(verb, self._database, commitment_id)

    def remove_commitment(self, commitment_id: int) -> None:
        """A commitment was never made."""
        self._attempt(commitments.remove_commitment, self._database, commitment_id)
