"""How far an idea came, in words that take nothing away from it."""

from kdc_desktop.domain.chains.how_far import HowFar
from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.polls.ranking import PollPlace
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.i18n import Text, Value, decimal_text, lazy, nlazy
from kdc_desktop.services.chains.rows import ChainRow, GroupNow, KeptCounts, VotedOn
from kdc_desktop.services.gains.rows import GainRow

_SHORT = 60  # letters of what carried it


def came_to(row: ChainRow) -> Text:
    """How far it came, in a few words: “in the vote: place 4 of 12”."""
    said, group = _by_itself(row), row.furthest
    if row.via and (group is None or group.name != row.via):  # else it is said twice
        return lazy("with “{winner}”: {fate}", winner=shortened(row.via, _SHORT), fate=said)
    return said


def _by_itself(row: ChainRow) -> Text:
    if row.furthest is not None:
        return group_words(row.furthest)
    if row.far is HowFar.CHOSEN:
        return lazy("chosen, and has no consortium yet")
    if row.far is HowFar.VOTED:
        return vote_words(row)
    if row.merged_into:
        return lazy("merged into “{idea}”", idea=shortened(row.merged_into, _SHORT))
    return lazy("on the board, and can be taken up again")


def vote_words(row: ChainRow) -> Text:
    """Where it came in the vote, or that nobody knows yet."""
    if row.placed is not None:
        return lazy("in the vote: {place}", place=place_words(row.placed))
    if any(one.state is PollState.OPEN for one in row.voted):
        return lazy("is being voted on now")
    if row.voted and all(one.is_void for one in row.voted):
        return lazy("in a vote that was declared void")
    if any(one.is_shown and not one.is_void for one in row.voted):
        return lazy("in a vote, place not told")
    return lazy("in a vote whose result is not shown yet")


def place_words(placing: PollPlace) -> Text:
    """“place 4 of 12”, with the sign of a tie where several have it."""
    return nlazy(
        "place {place} of {count}", "place {place} of {count}", placing.of, place=placing.label
    )


def result_words(one: VotedOn) -> Text:
    """How a vote came out for what was voted on; what is hidden stays so."""
    if one.placing is not None:
        return place_words(one.placing)
    if one.state is PollState.OPEN:
        return lazy("is being voted on now")
    if one.is_void:
        return lazy("result declared void")
    if one.is_shown:
        return lazy("place not told")
    return lazy("result not shown yet")


def group_words(group: GroupNow) -> Text:
    """A consortium, how far it is, and what it has kept."""
    said: dict[str, Value] = {"consortium": group.name, "state": STATE_WORDS[group.state]}
    if not group.version_number:
        return lazy("{consortium}: {state}, no vision yet", **said)
    if not group.kept.in_all:
        return lazy("{consortium}: {state}, version {number}", number=group.version_number, **said)
    return nlazy(
        "{consortium}: {state}, version {number}, {kept} of {count} commitment kept",
        "{consortium}: {state}, version {number}, {kept} of {count} commitments kept",
        group.kept.in_all,
        number=group.version_number,
        kept=group.kept.kept,
        **said,
    )


def kept_words(kept: KeptCounts) -> Text:
    """Commitments by what became of them: “2 kept, 1 to come, 1 late”."""
    if not kept.late:
        return lazy("{kept} kept, {to_come} to come", kept=kept.kept, to_come=kept.to_come)
    return lazy(
        "{kept} kept, {to_come} to come, {late} late",
        kept=kept.kept,
        to_come=kept.to_come,
        late=kept.late,
    )


def gain_words(gain: GainRow) -> Text:
    """How much a consortium gives back, to how many, and how that is known."""
    minutes = decimal_text(gain.minutes, 2, trimmed=True)
    if gain.way is GainWay.MEASURED:
        return nlazy(
            "{minutes} minutes a day to {count} person, measured",
            "{minutes} minutes a day to {count} people, measured",
            gain.people,
            minutes=minutes,
        )
    return nlazy(
        "{minutes} minutes a day to {count} person, as is guessed",
        "{minutes} minutes a day to {count} people, as is guessed",
        gain.people,
        minutes=minutes,
    )
