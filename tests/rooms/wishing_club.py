"""A big club at its stage of interests or consortia: winners, and what everybody would join."""

import random
from typing import Any

from sqlalchemy import insert

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Interest, Winner
from kdc_desktop.services.sessions import agenda, questions
from kdc_desktop.storage import Database
from tests.rooms.big_club import fill_big_club

WITHOUT_A_WISH = 0.1


def fill_wishing_club(database: Database, people: int, winners: int, stage: str) -> int:
    """So many people present, of whom nearly all have up to three wishes; the session's id.

    `stage` is the kind of stage that runs.
    """
    session_id = fill_big_club(database, 2 * winners, people * 5 // 4)
    lots = random.Random(3)
    here = [key for key in range(1, people * 5 // 4 + 1) if key % 5]
    keys = list(range(1, winners + 1))
    wanted = [1 / (place + 1) ** 0.9 for place in range(winners)]
    rows: list[dict[str, Any]] = []
    for person_id in here:
        if lots.random() >= WITHOUT_A_WISH:
            drawn = dict.fromkeys(lots.choices(keys, wanted, k=3))
            rows += [
                {
                    "session_id": session_id,
                    "person_id": person_id,
                    "winner_id": winner_id,
                    "choice": choice,
                    "role": MemberRole.PARTNER,
                }
                for choice, winner_id in enumerate(drawn, 1)
            ]
    with database.edit(lazy("Asked everybody"), undoable=False) as edit:
        told = [
            {
                "id": key,
                "session_id": session_id,
                "title": f"Winner {key}, for every yard of the quarter",
                "place_in_order": key,
                "idea_id": key,
            }
            for key in keys
        ]
        edit.connection().execute(insert(Winner), told)
        edit.connection().execute(insert(Interest), rows)
    stages = questions.stages(database, session_id)
    agenda.go_to_stage(database, next(each.id for each in stages if each.kind == stage))
    return session_id
