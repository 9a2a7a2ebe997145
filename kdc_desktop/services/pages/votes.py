"""The votes of an evening as its outcome tells them: in words, in a picture, and in a table."""

from collections.abc import Iterator

from kdc_desktop.domain.pages.values import (
    Block,
    Bullets,
    Heading,
    Manner,
    PageTable,
    Paragraph,
    Picture,
)
from kdc_desktop.i18n import _, ngettext, number_text, pgettext, sentences
from kdc_desktop.services.pages.record import Record, poll_names
from kdc_desktop.services.pages.vote_words import (
    all_taken,
    counted_as,
    has_won,
    legend,
    not_shown,
)
from kdc_desktop.services.polls.parts_told import detail_of, funded_told, has_costs, judged_by
from kdc_desktop.services.polls.result_told import in_sentences, what_became_of_it
from kdc_desktop.services.polls.rows import PollResult, ResultRow, ShareRow


def result_picture(poll_id: int) -> str:
    """The name of the picture of a result."""
    return f"result-{poll_id}"


def votes(record: Record) -> Iterator[Block]:
    """What was asked, what came of it, and whether that holds."""
    if not record.asked:
        return
    yield Heading(_("What was asked, and what won"))
    hidden = [
        not_shown(poll_names(record), poll) for poll in record.asked if poll.revealed_at is None
    ]
    if hidden:
        yield Bullets(tuple(hidden))
    elif not record.results:
        yield Paragraph(_("No result of a vote has been shown."))
    asked = {poll.id: poll for poll in record.asked}
    for found in record.results:
        yield Heading(poll_names(record).heading(asked[found.poll.id]), 3)
        yield from _vote(record, found)


def _vote(record: Record, found: PollResult) -> Iterator[Block]:
    poll = found.poll
    if became := sentences(what_became_of_it(found)):
        yield Paragraph(became)
    yield Paragraph(sentences((f"{poll.method_line}.", f"{found.turnout.line}.", found.rule)))
    if found.too_few:
        return
    counted = (counted_as(found), judged_by(found), _without_vote(record, found))
    yield Paragraph(sentences(counted))
    if found.turnout.voted:
        yield Paragraph(_in_words(found))
    yield Picture(result_picture(poll.id), _("The result as the room saw it: the table has it all"))
    yield _table(found)
    yield Paragraph(legend(found), Manner.QUIET)
    if details := list(filter(None, (detail_of(found, row) for row in found.rows))):
        yield Bullets(tuple(details))
    if told := all_taken(found):
        yield Paragraph(told)


def _in_words(found: PollResult) -> str:
    said, rounds = in_sentences(found), (one.words for one in found.rounds)
    told = (said.outcome, said.close, *said.ties, *said.weakest, *said.remarks)
    return sentences((*told, *rounds, said.papers))


def _table(found: PollResult) -> PageTable:
    voting = [share.sector for share in found.rows[0].shares] if found.rows else []
    together = (
        bool(voting) and found.poll.kind.adds_up and any(_is_hidden(row) for row in found.rows)
    )
    heads = [_("Place"), _("Option"), *voting]
    heads += [_("Together")] if together else []
    rows = tuple(_option(found, row, together=together) for row in found.rows)
    counted = range(2, len(heads) + 1)
    worded = any(share.nearly for row in found.rows for share in row.shares)
    wide = 1.1 if worded or not found.poll.kind.adds_up else 0.8
    shares = (1.2, 6.0, *(wide for _one in voting), *([1.7] if together else []), 1.4)
    costs = (_("Cost"), _("Funded")) if has_costs(found) else ()
    if costs:
        shares, counted = (*shares, 1.2, 1.5), range(2, len(heads) + 3)
    return PageTable((*heads, found.counts, *costs), rows, shares, frozenset(counted))


def _without_vote(record: Record, found: PollResult) -> str:
    came, might = len(record.came), found.turnout.electorate
    if came == might:
        return ""
    return ngettext(
        "Of {count} person who came, {might} had a vote.",
        "Of {count} people who came, {might} had a vote.",
        came,
        might=number_text(might),
    )


def _is_hidden(row: ResultRow) -> bool:
    return any(share.hidden for share in row.shares) or bool(row.rest)


def _option(found: PollResult, row: ResultRow, *, together: bool) -> tuple[str, ...]:
    title = pgettext("an option that won", "★ {title}", title=row.title)
    counts = [_share(share) for share in row.shares]
    rest = [number_text(int(row.rest)) if row.rest else ""] if together else []
    return (
        row.place,
        title if has_won(found, row) else row.title,
        *counts,
        *rest,
        row.written,
        *((number_text(row.cost), funded_told(row)) if has_costs(found) else ()),
    )


def _share(share: ShareRow) -> str:
    return share.written or "–"
