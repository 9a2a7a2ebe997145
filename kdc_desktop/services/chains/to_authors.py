"""What became of an idea, told to whoever wrote it: in whole sentences, and nobody is named."""

from collections.abc import Iterator, Mapping, Sequence

from kdc_desktop.domain.chains.how_far import HowFar
from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.domain.kit.text import on_one_line, shortened
from kdc_desktop.domain.obstacles.kinds import KIND_WORDS
from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.i18n import Text, _, date_text, listed, sentences
from kdc_desktop.services.chains.rows import ChainRow, GroupNow, VotedOn
from kdc_desktop.services.chains.words import kept_words, place_words
from kdc_desktop.services.obstacles.rows import ObstacleRow

_SHORT = 120  # letters of what others wrote


def told_to_author(
    row: ChainRow,
    visions: Mapping[int, str],
    held: Mapping[int, Sequence[ObstacleRow]],
    *,
    silent: bool = False,
) -> tuple[str, ...]:
    """A few sentences for each step that it took, and a kind one where it went no further.

    Args:
        visions: what consortia want by now, by their ids.
        held: what holds them back, by their ids; only its kinds are told.
        silent: the ideas of others are hidden from the room of its evening.
    """
    return tuple(_told(row, visions, held, silent=silent))


def _told(
    row: ChainRow,
    visions: Mapping[int, str],
    held: Mapping[int, Sequence[ObstacleRow]],
    *,
    silent: bool,
) -> Iterator[str]:
    if row.merged_into and silent:
        yield _("It was merged into another idea.")
    elif row.merged_into:
        into = shortened(row.merged_into, _SHORT)
        yield _("It was merged into another idea: “{idea}”.", idea=into)
    for one in row.voted:
        yield _vote(one, silent=silent)
    for winner in row.won:
        if silent or on_one_line(winner.title) == on_one_line(row.text):
            yield _("It was chosen to be taken further.")
        else:
            title = shortened(winner.title, _SHORT)
            yield _("With “{winner}” it was chosen to be taken further.", winner=title)
    for group in row.groups:
        yield _group(group, visions.get(group.id, ""), held.get(group.id, ()))
    if row.far is HowFar.CHOSEN:
        yield _("No consortium has formed around it yet. One can form in any evening to come.")
    elif row.far in (HowFar.WRITTEN, HowFar.VOTED):
        yield _(
            "It went no further so far. It stays on the board, and any evening to come can take "
            "it up again."
        )


def _vote(one: VotedOn, *, silent: bool) -> str:
    topic = shortened(one.title, _SHORT) if one.is_topic and not silent else ""
    said = {"question": shortened(one.question, _SHORT), "topic": topic}
    if one.placing is not None:
        return _placed(one, place_words(one.placing), said)
    if topic:
        asked = _(
            "The topic “{topic}” it was in is among what the room was asked in “{question}”.",
            **said,
        )
    else:
        asked = _("It is among what the room was asked in “{question}”.", question=said["question"])
    if one.state is PollState.OPEN:
        return sentences((asked, _("The vote is still open.")))
    if one.is_void:
        return sentences((asked, _("The result was declared void.")))
    if one.is_shown:
        return sentences((asked, _("Its place is not told: it would show who voted what.")))
    return sentences((asked, _("The result has not been shown.")))


def _placed(one: VotedOn, place: Text, said: Mapping[str, str]) -> str:
    if said["topic"]:
        return _(
            "The room voted on the topic “{topic}” it was in, in “{question}”: {place}.",
            place=place,
            **said,
        )
    if one.is_topic:
        return _(
            "The room voted on the topic it was in, in “{question}”: {place}.",
            place=place,
            question=said["question"],
        )
    return _(
        "The room voted on it in “{question}”: {place}.", place=place, question=said["question"]
    )


def _group(group: GroupNow, vision: str, held: Sequence[ObstacleRow]) -> str:
    told = [
        _(
            "A consortium works with it, “{consortium}”: {state} since {day}.",
            consortium=group.name,
            state=STATE_WORDS[group.state],
            day=date_text(group.since),
        )
    ]
    if vision:
        told.append(
            _(
                "Its vision, version {number}: “{vision}”.",
                number=group.version_number,
                vision=vision,
            )
        )
    if group.kept.in_all:
        told.append(_("Of its commitments: {kept}.", kept=kept_words(group.kept)))
    waits = dict.fromkeys(str(KIND_WORDS[one.kind]) for one in held if not one.is_over)
    if waits:
        told.append(_("What holds it back: {kinds}.", kinds=listed(waits)))
    return sentences(told)
