"""What attendance is handed by the nouns above it, joined in `services.joined`."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from kdc_desktop.i18n import Text
from kdc_desktop.storage import Edit, Snapshot


@dataclass(frozen=True)
class PresenceTrail:
    """What a noun keeps of people that shows that they were in a session.

    `refusals` gets the session and the people, and says of those whom it keeps why their check-in
    stays. `forget` takes out what rests on the check-in of those who have not come after all.
    """

    refusals: Callable[[Snapshot, int, Collection[int]], Mapping[int, Text]]
    forget: Callable[[Edit, int, Collection[int]], None] = lambda _edit, _session, _people: None
