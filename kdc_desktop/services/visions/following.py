"""Bring a ledger up to date where only a few answers and askings have changed."""

from collections.abc import Collection

from sqlalchemy import exists, or_, tuple_
from sqlalchemy.orm import aliased

from kdc_desktop.model.visions import Position
from kdc_desktop.services.visions.asking_rows import read_askings
from kdc_desktop.services.visions.ledger_answers import answers_where, standing
from kdc_desktop.services.visions.ledgers import Ledger
from kdc_desktop.storage import Snapshot


def follow_positions(
    snapshot: Snapshot, ledger: Ledger, consortium_id: int, position_ids: Collection[int]
) -> bool:
    """Read only the answers of which these are; False where one is another consortium's."""
    known = {key: ledger.cells[key] for key in position_ids if key in ledger.cells}
    same = aliased(Position)
    of_cell = same.member_id == Position.member_id, same.vision_id == Position.vision_id
    wanted = or_(
        exists().where(same.id.in_(position_ids), *of_cell),
        tuple_(Position.member_id, Position.vision_id).in_(list(known.values())),
    )
    found = answers_where(snapshot, wanted)
    gone = set(position_ids) - {row.id for row in found}
    if not gone <= known.keys() or any(row.consortium_id != consortium_id for row in found):
        return False
    cells = {(row.member_id, row.vision_id) for row in found} | set(known.values())
    for key in [key for key, cell in ledger.cells.items() if cell in cells]:
        del ledger.cells[key]
    for answer in [answer for answer in ledger.given if answer[:2] in cells]:
        del ledger.given[answer]
    for cell in cells:
        ledger.stood.pop(cell, None)
        ledger.answers.pop(cell, None)
        ledger.hidden.discard(cell)
    for row in standing(found):
        ledger.keep(row)
    return True


def follow_askings(
    snapshot: Snapshot, ledger: Ledger, consortium_id: int, asking_ids: Collection[int]
) -> bool:
    """Read the askings again after the answers; False where one of these is no new or gone one.

    Then it was revealed or is another consortium's, and all has to be read.
    """
    before = {one.id for one in ledger.askings}
    now = [asking for _whose, asking in read_askings(snapshot, [consortium_id])]
    if {one.id for one in now} & before & set(asking_ids):
        return False
    if not set(asking_ids) <= before | {one.id for one in now}:
        return False
    ledger.keep_askings(now)
    return True
