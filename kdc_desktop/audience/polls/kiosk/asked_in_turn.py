"""What questions have in common that are put to whoever is here, one after the other."""

from collections.abc import Sequence

from kdc_desktop.domain.attendance.codes import badge_key, badge_keys
from kdc_desktop.domain.people.greeting import greeting_name
from kdc_desktop.services.polls.rows import VoterRow


class AskedInTurn:
    """Each of those who are asked answers once; nobody comes too late.

    A kind of question says who is asked: who has answered has a channel.
    """

    secret = is_paused = False
    how = ""

    def _asked(self) -> list[VoterRow]:
        raise NotImplementedError

    @property
    def waiting(self) -> list[VoterRow]:
        """Those who have not answered."""
        return [one for one in self._asked() if one.channel is None]

    @property
    def voted(self) -> list[VoterRow]:
        """Those who have."""
        return [one for one in self._asked() if one.channel is not None]

    @property
    def latecomers(self) -> Sequence[VoterRow]:
        """Nobody: whoever is here is asked."""
        return ()

    def is_badge(self, code: str, other_than: VoterRow) -> bool:
        """Whether this is the badge of somebody else who is asked."""
        wanted = badge_keys(code)
        return any(
            one.person_id != other_than.person_id and badge_key(one.badge) in wanted
            for one in self._asked()
        )

    def greeted(self, voter: VoterRow) -> str:
        """By the name that they are called."""
        return greeting_name(voter.name)
