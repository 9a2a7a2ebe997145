"""What the list of the whole club says of a consortium."""

from collections.abc import Mapping, Sequence

from kdc_desktop.domain.consortia.due import SILENT_AFTER, WhyDue
from kdc_desktop.domain.consortia.states import OVER, ConsortiumState
from kdc_desktop.domain.people.sectors import COUNTED, name_of
from kdc_desktop.i18n import Text, _, date_text, lazy, listed, ngettext, number_text, sentences
from kdc_desktop.services.consortia.club_rows import ClubRow

DUE: Mapping[WhyDue, Text] = {
    WhyDue.ANSWERS: lazy("answers to reveal"),
    WhyDue.UNANSWERED: lazy("to be asked"),
    WhyDue.LOOK_AGAIN: lazy("look again"),
    WhyDue.SILENT: lazy("silent"),
}


def summary(rows: Sequence[ClubRow]) -> str:
    """How many there are, and how many of them are over."""
    if not rows:
        return _("None yet")
    over = sum(row.state in OVER for row in rows)
    alive = ngettext("{count} alive", "{count} alive", len(rows) - over)
    due = sum(bool(row.due) for row in rows)
    told = [alive]
    if over:
        told.append(ngettext("{count} over", "{count} over", over))
    if due:
        told.append(ngettext("{count} is due", "{count} are due", due))
    return listed(told)


def agreed(row: ClubRow) -> str:
    """How many members are at the agreed level, or why that is not known."""
    buy_in = row.buy_in
    if not buy_in.version_number:
        return _("no vision yet")
    if not buy_in.asked:
        return _("nobody to ask")
    if not buy_in.answered:
        return _("not asked yet")
    return _("{agreed} of {asked}", agreed=buy_in.agreed, asked=buy_in.asked)


def version(row: ClubRow) -> str:
    """The number of its latest version."""
    number = row.buy_in.version_number
    return _("V{number}", number=number) if number else ""


def silence(row: ClubRow) -> str:
    """When it was last heard, or for how long it has not been."""
    if row.state in OVER or row.silent_days < SILENT_AFTER:
        return date_text(row.heard_on)
    days = row.silent_days
    return ngettext("silent for {count} day", "silent for {count} days", days)


def sectors(row: ClubRow) -> str:
    """Its members by sector in words, and what it lacks."""
    inside = [
        _("{sector} {count}", sector=name_of(letter), count=number_text(count))
        for letter, count in sorted(row.sectors.items(), key=lambda one: COUNTED.index(one[0]))
    ]
    told = [listed(inside)] if inside else [_("Nobody is in it.")]
    if row.missing:
        told.append(_("Missing: {sectors}", sectors=listed(map(name_of, row.missing))))
    return "\n".join(told)


def due_words(row: ClubRow) -> str:
    """Why it is due."""
    return listed(str(DUE[reason]) for reason in row.due)


def born(row: ClubRow) -> str:
    """Where it was born."""
    return row.born_in.title if row.born_in else _("outside")


def state_told(row: ClubRow) -> str:
    """Since when it is in its state, who said so, and what was noted."""
    day = date_text(row.since)
    since = _("Since {day}.", day=day)
    if row.said_by:
        since = _("Since {day}, said by {person}.", day=day, person=row.said_by)
    return sentences([since, row.note] if row.note else [since])


def no_session() -> str:
    """Why nothing can be taken up."""
    return _("Open a session first: a consortium is taken up in one.")


def in_order_of_state(row: ClubRow) -> int:
    """Forming first, stopped last."""
    return list(ConsortiumState).index(row.state)
