"""What leaves the list of the club with a session that is put into the trash, and keeping it."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, select

from kdc_desktop.i18n import nfillable
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.services.consortia.steps import add_step, states_in
from kdc_desktop.services.consortia.worked_on import lives_on
from kdc_desktop.services.sessions.planning import trash_in
from kdc_desktop.storage import Database


def leaves_with(database: Database, session_ids: Collection[int]) -> tuple[str, ...]:
    """The names of the consortia that nobody sees any more once these sessions are in the trash."""
    with database.read() as snapshot:
        found = snapshot.scalars(_born_in(session_ids)).all()
    return tuple(one.name for one in found)


def trash_and_keep(database: Database, session_ids: Sequence[int]) -> None:
    """Put sessions into the trash, and let every consortium that was born in them live on.

    That it does is kept as a step: it is said to be what it is.
    """
    label = nfillable(
        "Put {count} session into the trash and kept its consortia",
        "Put {count} sessions into the trash and kept their consortia",
    )
    now = database.now()
    with database.edit(label) as edit:
        ids = [one.id for one in edit.scalars(_born_in(session_ids))]
        for key, state in states_in(edit, ids, ()).items():
            add_step(edit, key, state.state, now)
        edit.count = trash_in(edit, session_ids, now)


def _born_in(session_ids: Collection[int]) -> Select[Consortium]:
    return (
        select(Consortium)
        .where(Consortium.session_id.in_(session_ids), ~lives_on())
        .order_by(Consortium.place_in_order, Consortium.id)
    )
