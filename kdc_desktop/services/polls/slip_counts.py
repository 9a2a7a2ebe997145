"""How many slips of a poll were printed, given out, and came back."""

from collections import Counter

from sqlalchemy import func, select

from kdc_desktop.domain.polls.states import Secrecy, SlipState
from kdc_desktop.domain.polls.turnout import SlipCount
from kdc_desktop.model.polls import Poll, Slip
from kdc_desktop.services.polls.urns import slips_back_in_urn
from kdc_desktop.storage import Snapshot


def slip_count_in(snapshot: Snapshot, poll_id: int, on_roll: int) -> SlipCount:
    """What became of a poll's slips; `on_roll` is how many people were given one.

    In a named poll each slip knows who has it. In others nothing tells which were given out, only
    how many; which came back is in the urn until the poll is closed.
    """
    found = snapshot.execute(
        select(Slip.state, func.count()).where(Slip.poll_id == poll_id).group_by(Slip.state)
    )
    states: Counter[SlipState] = Counter()
    for state, number in found:
        states[state] = number
    printed, back = sum(states.values()), states[SlipState.BACK]
    if snapshot.scalar(select(Poll.secrecy).where(Poll.id == poll_id)) == Secrecy.NAMED:
        return SlipCount(printed, back + states[SlipState.GIVEN], back)
    return SlipCount(printed, on_roll, back + len(slips_back_in_urn(snapshot, poll_id)))
