"""Which round of a poll this is, in a word or two."""

from collections.abc import Sequence

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.i18n import _
from kdc_desktop.services.polls.rows import PollRow

_LETTERS = 60


def round_told(row: PollRow, polls: Sequence[PollRow]) -> str:
    """“Run-off” of fewer options than before, else “Round 2”; empty of a first round."""
    if row.round_of is None:
        return ""
    by_id = {poll.id: poll for poll in polls}
    before = by_id.get(row.round_of)
    if before is not None and row.options < before.options:
        return _("Run-off")
    number, seen = 2, {row.id}
    while before is not None and before.round_of is not None and before.id not in seen:
        seen.add(before.id)
        before, number = by_id.get(before.round_of), number + 1
    return _("Round {number}", number=number)


def choice_told(row: PollRow, polls: Sequence[PollRow]) -> str:
    """What a poll is called where one is chosen: its question, and before it which round it is."""
    told, question = round_told(row, polls), row.question[:_LETTERS]
    return question if question.startswith(told) else dotted(told, question)
