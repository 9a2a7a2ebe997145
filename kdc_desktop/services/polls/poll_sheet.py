"""Polls with their rules, who took part how, and what their results came to in words."""

from dataclasses import replace

from kdc_desktop.domain.polls.methods import method_of, methods
from kdc_desktop.domain.polls.secrecies import BY_HANDS, SECRECIES
from kdc_desktop.domain.polls.states import PollState, PollSubject, Secrecy, VotesBy
from kdc_desktop.domain.polls.terms import PollSetting
from kdc_desktop.domain.polls.turnout import Turnout
from kdc_desktop.i18n import lazy, plazy, titled
from kdc_desktop.interchange.workbook import Column, Kind, Reader, Table
from kdc_desktop.model.polls import Poll
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.book import PollBook
from kdc_desktop.services.polls.questions import poll_in
from kdc_desktop.services.polls.result_told import all_told, why_others, why_void
from kdc_desktop.services.polls.sheets import (
    ORDER,
    POLL_NUMBER,
    POLL_STATE,
    ROUND,
    RULE,
    VOID,
    WAYS_TO_VOTE,
)

_SUBJECTS = {
    PollSubject.IDEAS: plazy("subject of a poll", "ideas"),
    PollSubject.CLUSTERS: plazy("subject of a poll", "clusters"),
    PollSubject.WRITTEN: plazy("subject of a poll", "what was written down for it"),
}
_VOTES_BY = {
    VotesBy.PERSON: plazy("who has one vote", "each person"),
    VotesBy.ORGANISATION: plazy("who has one vote", "each organisation"),
}
METHOD = Column(
    lazy("Method"),
    words=tuple((method.key, method.name) for method in methods()),
    filled=True,
    means=lazy("How people vote."),
)
TURNOUT = Column(
    lazy("Turnout"),
    Kind.PERCENT,
    aside=True,
    means=lazy("The share of those who may vote that voted."),
)
COUNTED_PAPERS = (
    Column(
        lazy("Papers counted"),
        Kind.NUMBER,
        aside=True,
        means=lazy("The papers of an announced result, blank ones among them."),
    ),
    Column(
        lazy("Blank papers"),
        Kind.NUMBER,
        aside=True,
        means=lazy("How many of them say nothing."),
    ),
)
_HANDS = "hands"
_POLLS = (
    key_of("Poll"),
    Column(lazy("Question"), filled=True, means=lazy("What was asked.")),
    POLL_NUMBER,
    ROUND,
    METHOD,
    RULE,
    ORDER,
    Column(lazy("Marks each"), Kind.NUMBER, means=lazy("How many marks everybody has.")),
    Column(
        lazy("Several on one option"),
        Kind.BOOL,
        aside=True,
        filled=True,
        means=lazy("Whether one option may have several marks of one person."),
    ),
    Column(
        lazy("Secrecy"),
        words=(*((rule.key, rule.name) for rule in SECRECIES), (_HANDS, BY_HANDS.name)),
        filled=True,
        means=lazy(
            "What a paper is kept with; raised hands are seen, so that is not said of them."
        ),
    ),
    Column(
        lazy("Lowest score"),
        Kind.NUMBER,
        aside=True,
        means=lazy("Where its scale begins; empty where there is none."),
    ),
    Column(
        lazy("Highest score"),
        Kind.NUMBER,
        aside=True,
        means=lazy("Where its scale ends; empty where there is none."),
    ),
    Column(
        lazy("Money in all"),
        Kind.NUMBER,
        aside=True,
        means=lazy("What the costs of options are set against; empty where there is no budget."),
    ),
    Column(
        lazy("One vote for each"),
        words=tuple(_VOTES_BY.items()),
        filled=True,
        aside=True,
        means=lazy("Who has one vote: each person, or each organisation."),
    ),
    replace(
        id_of("Poll", "Poll before"), means=lazy("The poll that this one is another round of.")
    ),
    Column(
        lazy("Smallest group shown"),
        Kind.NUMBER,
        aside=True,
        means=lazy("How many papers a sector needs to be shown by itself."),
    ),
    Column(
        plazy("a poll on ideas or clusters", "On"),
        words=tuple(_SUBJECTS.items()),
        filled=True,
        means=lazy("What its options are."),
    ),
    POLL_STATE,
    Column(lazy("Revealed"), Kind.DATETIME, means=lazy("When the room saw the result.")),
    Column(
        lazy("May vote"),
        Kind.NUMBER,
        filled=True,
        key="electorate",
        means=lazy("How many people may vote in it."),
    ),
    Column(lazy("At the kiosk"), Kind.NUMBER, aside=True, means=lazy("How many voted there.")),
    Column(lazy("By hand"), Kind.NUMBER, aside=True, means=lazy("How many papers were typed in.")),
    Column(
        lazy("By slip"),
        Kind.NUMBER,
        aside=True,
        means=lazy("How many printed slips came back and were counted."),
    ),
    Column(
        lazy("Show of hands"), Kind.NUMBER, aside=True, means=lazy("How many hands were counted.")
    ),
    Column(lazy("Voted"), Kind.NUMBER, means=lazy("How many voted, in whatever way.")),
    TURNOUT,
    VOID,
    Column(lazy("Why it is void"), means=lazy("The reason that was given for it.")),
    Column(
        lazy("Why others were chosen"),
        means=lazy("Why something is taken further that came after something that is not."),
    ),
    Column(lazy("What it came to"), reader=Reader.PEOPLE),
    *COUNTED_PAPERS,
    Column(lazy("How the votes add up"), reader=Reader.PEOPLE),
    Column(lazy("Opened"), Kind.DATETIME, aside=True, means=lazy("When voting began.")),
    Column(lazy("Closed"), Kind.DATETIME, aside=True, means=lazy("When voting ended.")),
)


def polls(won: Won, source: Source) -> Table:
    """Every poll with its rule and who took part how; never what they voted."""
    rows = [
        (
            *_asked(source, poll),
            *_took_part(source, poll),
            *_came_to(won, source, poll),
            *_when(source, poll),
        )
        for poll in source.once(PollBook).polls.values()
    ]
    notes = (
        *(titled(str(rule.name), str(rule.sentence)) for rule in methods()),
        *(str(rule.sentence) for rule in SECRECIES),
        str(WAYS_TO_VOTE),
    )
    purpose = lazy("What was asked, by which rule, how many took part, and what it came to.")
    return source.table("Polls", lazy("Polls"), _POLLS, rows, notes, purpose=purpose)


def turnout_share(turnout: Turnout) -> float | None:
    """The share of those who may vote that voted; None where nobody may."""
    return turnout.voted / turnout.electorate if turnout.electorate else None


def _asked(source: Source, poll: Poll) -> Line:
    kind, before, names = method_of(poll.method), poll.round_of, source.once(PollBook).names
    scaled = PollSetting.SCALE in kind.settings
    return (
        poll.session_id,
        poll.id,
        poll.question,
        names.number(poll.id),
        names.round_told(poll) or None,
        poll.method,
        kind.rule(poll.rule).key,
        poll.ordered_by,
        poll.marks_each or None,
        poll.stacking,
        _HANDS if _is_by_hands(source, poll) else poll.secrecy,
        *((poll.lowest, poll.highest) if scaled else (None, None)),
        poll.total or None,
        poll.votes_by,
        before if before in source.once(PollBook).polls else None,
        None if poll.secrecy == Secrecy.NAMED else poll.smallest_group,
        poll.subject,
        poll.state,
        poll.revealed_at,
    )


def _is_by_hands(source: Source, poll: Poll) -> bool:
    """Whether it is asked by show of hands, as a temperature is until there is a paper."""
    papers = source.once(PollBook).turnout(poll).papers
    return not papers and not method_of(poll.method).decides


def _took_part(source: Source, poll: Poll) -> Line:
    turnout = source.once(PollBook).turnout(poll)
    if poll.state == PollState.OPEN and poll_in(source.snapshot, poll.id).elsewhere:
        return (turnout.electorate, None, None, None, turnout.show_of_hands, None, None)
    share = None if poll.state == PollState.DRAFT else turnout_share(turnout)
    papers = turnout.kiosk, turnout.by_hand, turnout.by_slip
    return (turnout.electorate, *papers, turnout.show_of_hands, turnout.voted, share)


def _came_to(won: Won, source: Source, poll: Poll) -> Line:
    void, book = poll.voided_at is not None, source.once(PollBook)
    if poll not in book.revealed:
        return (void, None, None, None, None, None)
    found = book.result(won, poll)
    reasons = (why_void(found) or None, why_others(found) or None)
    return (void, *reasons, all_told(found), found.papers, found.blank)


def _when(source: Source, poll: Poll) -> Line:
    told = None
    if poll.state != PollState.DRAFT:
        turnout = source.once(PollBook).turnout(poll)
        elsewhere = poll.state == PollState.OPEN and poll_in(source.snapshot, poll.id).elsewhere
        told = elsewhere.sentence if elsewhere else turnout.reconciliation
    return (told, poll.opened_at, poll.closed_at)
