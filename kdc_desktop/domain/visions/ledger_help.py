"""What helps a consortium most: one step, found by a rule that is written down here.

The first of these that is there is the step:

1. Nobody is in: bring members in. There is no vision: write one. Answers are **hidden**: ask who
   has not answered yet, the longest silent first, and once all have, reveal them.
2. **Words that were lost.** The latest version took words out, and somebody who stood at the agreed
   level or higher while they were in stands below it now: bring them back. Of several runs of words
   that went out, the one that most open reservations and reasons of those members speak of; of
   those the longest.
3. **An open objection**, the oldest; else **the open reservation that most members below the agreed
   level share**, of several the oldest. A member shares a reservation that it raised itself, and
   one with which its own reservations, its reason or its wish have two telling words in common.
4. **One step over the line.** Of those who stand one level below the agreed one and have said what
   would move them, the one whose wish most others there share (by the same two words); of several
   the first in the ledger. Without such a wish, who stands nearest below the level.
5. **Who has not answered**, the longest silent; all of them where nobody has.
6. **The oldest commitment that is overdue.**
7. **A sector that is needed and missing**, then an open role.

Where nothing is left there is no step: the consortium can go.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.sectors import words_of
from kdc_desktop.domain.visions.ledger import AnswerAt, LedgerRow
from kdc_desktop.domain.visions.ledger_flags import days_silent
from kdc_desktop.domain.visions.ledger_reasons import Concerning, WayTo
from kdc_desktop.domain.visions.wording import Change, changed_runs
from kdc_desktop.i18n import Text, lazy, nlazy

_TELLING = 5
"""From so many letters on a word tells what something is about."""
_STEM = 6
_IN_COMMON = 2


class HelpKind(StrEnum):
    """What is to be done, which is what the button does."""

    BRING_MEMBERS = "bring members"
    WRITE = "write"
    ANSWER_CONCERN = "answer concern"
    MOVE = "move"
    ASK = "ask"
    ASK_ALL = "ask all"
    REVEAL = "reveal"
    REMIND = "remind"
    FIND = "find"


@dataclass(frozen=True)
class LedgerHelp:
    """The step, in a sentence or two, and whose it is; `words` are those to bring back."""

    kind: HelpKind
    text: Text
    member_id: int | None = None
    reservation_id: int | None = None
    words: str = ""


def helps_most(way: WayTo) -> LedgerHelp | None:
    """The step that helps most, by the rule above; None where the consortium can go."""
    return next(_steps(way), None)


def _steps(way: WayTo) -> Iterator[LedgerHelp]:
    if not way.asked:
        text = lazy("Bring in the members: nobody is asked yet.")
        yield LedgerHelp(HelpKind.BRING_MEMBERS, text)
    if not way.number:
        text = lazy("Write the vision: one sentence that every member can share.")
        yield LedgerHelp(HelpKind.WRITE, text)
    if hidden := way.hidden():
        yield from _silent(way)
        yield _reveal(len(hidden))
    below = way.below()
    yield from _lost_words(way, below)
    yield from _concern(way, [row for row, _answer in below])
    yield from _one_step(way, below)
    yield from _silent(way)
    yield from _late(way)
    yield from _missing(way)


# Words that were lost.


def _lost_words(way: WayTo, below: list[tuple[LedgerRow, AnswerAt]]) -> Iterator[LedgerHelp]:
    if len(way.versions) < 2:
        return
    runs = changed_runs(way.versions[-2], way.versions[-1], removed=True)
    gone = [run.text.strip(" ,.;:") for run in runs if run.change is Change.REMOVED]
    about = {words: _spoken_of(way, words, below) for words in gone if _telling(words)}
    for words in sorted(about, key=lambda one: (-about[one], -len(one))):
        lost = [(row, stood) for row, _now in below if (stood := _stood_while(way, row, words))]
        if lost:
            yield _bring_back(way, words, lost, answers=_answers_open(way, words))
            return


def _stood_while(way: WayTo, row: LedgerRow, words: str) -> AnswerAt | None:
    """The last answer to a version with these words, where it was at the agreed level."""
    folded = fold(words)
    for at, answer in reversed(row.answers):
        column = way.columns[at]
        if column.scale == way.scale and column.vision_id != way.vision_id:
            said = way.versions[column.version_number - 1 : column.version_number]
            if said and folded in fold(said[0]):
                return answer if answer.level >= way.agreed_level else None
    return None


def _spoken_of(way: WayTo, words: str, below: list[tuple[LedgerRow, AnswerAt]]) -> int:
    telling = _telling(words)
    concerns = [one.text for one in way.concerns if one.is_open]
    reasons = [way.reasons.get(answer.id, "") for _row, answer in below]
    return sum(bool(telling & _telling(text)) for text in (*concerns, *reasons))


def _answers_open(way: WayTo, words: str) -> bool:
    telling = _telling(words)
    return any(one.is_open and telling & _telling(one.text) for one in way.concerns)


def _bring_back(
    way: WayTo, words: str, lost: list[tuple[LedgerRow, AnswerAt]], *, answers: bool
) -> LedgerHelp:
    row, stood = lost[0]
    if len(lost) > 1:
        text = nlazy(
            "Bring “{words}” back: {count} member stood at {level} or higher while it was in.",
            "Bring “{words}” back: {count} members stood at {level} or higher while it was in.",
            len(lost),
            words=words,
            level=way.agreed_level,
        )
    elif answers:
        text = lazy(
            "Bring “{words}” back: it answers an open reservation, and {member} stood at {level} "
            "while it was in.",
            words=words,
            member=row.member.name,
            level=stood.level,
        )
    else:
        text = lazy(
            "Bring “{words}” back: {member} stood at {level} while it was in.",
            words=words,
            member=row.member.name,
            level=stood.level,
        )
    return LedgerHelp(HelpKind.WRITE, text, row.member.id, words=words)


# Reservations, and what would move members.


def _concern(way: WayTo, below: list[LedgerRow]) -> Iterator[LedgerHelp]:
    still_open = sorted((one for one in way.concerns if one.is_open), key=lambda one: -one.days)
    sharers = {one.id: sum(_shares(way, row, one) for row in below) for one in still_open}
    wanted = [one for one in still_open if one.objection or sharers[one.id]]
    if not wanted:
        return
    first = min(wanted, key=lambda one: (not one.objection, -sharers[one.id]))
    member, count = way.name(first.member_id), sharers[first.id]
    if first.objection:
        text = lazy("Answer the objection of {member}: “{text}”.", member=member, text=first.text)
    elif count > 1:
        text = nlazy(
            "Answer “{text}”: {count} member below the agreed level shares it.",
            "Answer “{text}”: {count} members below the agreed level share it.",
            count,
            text=first.text,
        )
    else:
        text = lazy("Answer the reservation of {member}: “{text}”.", member=member, text=first.text)
    yield LedgerHelp(HelpKind.ANSWER_CONCERN, text, first.member_id, first.id)


def _shares(way: WayTo, row: LedgerRow, concern: Concerning) -> bool:
    if concern.member_id == row.member.id:
        return True
    own = [one.text for one in way.concerns if one.member_id == row.member.id and one.is_open]
    answer = way.on_version(row)
    if answer is not None:
        own += [way.reasons.get(answer.id, ""), way.wishes.get(answer.id, "")]
    return _alike(concern.text, " ".join(own))  # untranslated: only compared


def _one_step(way: WayTo, below: list[tuple[LedgerRow, AnswerAt]]) -> Iterator[LedgerHelp]:
    if not below:
        return
    near = [(row, way.wishes.get(one.id, "")) for row, one in below]
    ready = [
        pair
        for pair, (_row, one) in zip(near, below, strict=True)
        if one.level == way.agreed_level - 1 and pair[1]
    ]
    if ready:
        row, wish = max(ready, key=lambda pair: sum(_alike(pair[1], other[1]) for other in ready))
        text = lazy(
            "{member} stands one step below, and says what would move it: “{wish}”.",
            member=row.member.name,
            wish=wish,
        )
    else:
        row, answer = max(below, key=lambda pair: pair[1].level)
        text = lazy(
            "Ask {member} what would move it one step: it stands at {level}, nearest to the line.",
            member=row.member.name,
            level=answer.level,
        )
    yield LedgerHelp(HelpKind.MOVE, text, row.member.id)


def _telling(text: str) -> set[str]:
    return {word[:_STEM] for word in fold(text).split() if len(word) >= _TELLING}


def _alike(first: str, second: str) -> bool:
    one, other = _telling(first), _telling(second)
    return len(one & other) >= min(_IN_COMMON, len(one)) > 0


# What is to be asked for.


def _silent(way: WayTo) -> Iterator[LedgerHelp]:
    silent = way.unanswered()
    is_asked = any(column.is_open for column in way.columns)
    if len(silent) == len(way.asked) and not is_asked:
        text = lazy(
            "Ask where the members stand: nobody has answered version {number}.", number=way.number
        )
        yield LedgerHelp(HelpKind.ASK_ALL, text)
    for row in silent[:1]:
        days = days_silent(row, way.now, way.zone) if way.was_asked else 0
        member = row.member.name
        asked = lazy("Ask {member} where it stands on this version.", member=member)
        since = nlazy(
            "Ask {member} where it stands: it has been silent for {count} day.",
            "Ask {member} where it stands: it has been silent for {count} days.",
            days,
            member=member,
        )
        yield LedgerHelp(HelpKind.ASK, since if days else asked, row.member.id)


def _reveal(count: int) -> LedgerHelp:
    text = nlazy(
        "All have answered: reveal {count} answer that nobody is shown yet.",
        "All have answered: reveal {count} answers that nobody is shown yet.",
        count,
    )
    return LedgerHelp(HelpKind.REVEAL, text)


def _late(way: WayTo) -> Iterator[LedgerHelp]:
    for promise in way.overdue()[:1]:
        text = nlazy(
            "Ask {member} about “{what}”: it is {count} day over.",
            "Ask {member} about “{what}”: it is {count} days over.",
            promise.days_over(way.today),
            member=way.name(promise.member_id),
            what=promise.what,
        )
        yield LedgerHelp(HelpKind.REMIND, text, promise.member_id)


def _missing(way: WayTo) -> Iterator[LedgerHelp]:
    for letter in way.missing_sectors():
        wanted = words_of(letter).wanted
        yield LedgerHelp(HelpKind.FIND, lazy("Find {wanted} to join: none is in.", wanted=wanted))
    for role in way.open_roles:
        yield LedgerHelp(HelpKind.FIND, lazy("Find who fills the role “{role}”.", role=role))
