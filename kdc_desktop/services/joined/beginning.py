"""What the nouns above tell of an earlier session, for one that begins from it."""

from kdc_desktop.domain.attendance import stages as attendance_stages
from kdc_desktop.services.attendance.inviting import guests_of, invite
from kdc_desktop.services.consortia.worked_on import take_up_all
from kdc_desktop.services.sessions.beginning import BeginningJoins
from kdc_desktop.services.visions.last_time import last_time

BEGINNING = BeginningJoins(
    door_kinds=frozenset(kind.key for kind in attendance_stages.KINDS),
    told=last_time,
    guests_of=guests_of,
    invite=invite,
    take_up=take_up_all,
)
"""What became of it and what is due; who is invited, and what is taken up."""
