"""The read-me of what is exported: what it is, when it was written, how to read it."""

from pathlib import Path

from kdc_desktop.i18n import _, listed, sentences, zone_text
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.kit.origin import origin_of
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.polls.book import PollBook


def about(source: Source, club: Path) -> list[tuple[str, str]]:
    """Labels, and what is said below each."""
    if len(source.sessions) == 1:
        (session,) = source.sessions.values()
        what = listed((session.title, _begins(source, session)))
    else:
        what = _("Every session of the club: {count}", count=len(source.sessions))
    written = source.by_clock(source.now, None)
    return [
        (_("Outcome of"), what),
        *_edition(source),
        (_("Club file"), club.name),
        (_("Written"), _("{when} by KDC Desktop", when=f"{written:%Y-%m-%d %H:%M}")),
        (_("Times"), _times(source)),
        (
            _("Ids"),
            _(
                "Every row keeps the id it has in the club file; ids are never used again. They "
                "stand in the last columns, in grey, and are not printed."
            ),
        ),
        (_("Votes"), _votes(source)),
        *((_("Not here"), line) for line in source.once(PollBook).left_out()),
        (_("Personal data"), _personal(source)),
        (_("Comes back by"), origin_of(source.snapshot)),
    ]


def _edition(source: Source) -> list[tuple[str, str]]:
    if not source.shares:
        full = _(
            "Full: everything, also the facilitator's own estimates of members, for those who keep "
            "the club. Send the edition to share to everybody else."
        )
        return [(_("Edition"), full)]
    within = _(
        "What was planned and how many came; ideas, with the names of those who signed them; what "
        "each poll came to; consortia with their members, who speaks for these, visions, where "
        "each member stands, worries and promises. What people wrote stands as they wrote it."
    )
    without = _(
        "Addresses, notes, badges, who was on the list, who came and when, who sat where and has "
        "met whom, which people and organisations would join what, why members answered as they "
        "did and who said so, the facilitator's own estimates, ballot papers, voter roll, who or "
        "how many gave which answer to a pulse, agendas that were kept, who was known twice, who "
        "is kept apart, and log. Residents who are members for themselves, or offer or need "
        "something, are told by a number: the same one on every sheet. What they signed on the "
        "board has their name."
    )
    return [(_("Edition"), _("To share.")), (_("In it"), within), (_("Not in it"), without)]


def _votes(source: Source) -> str:
    if source.shares:
        return _(
            "Only polls that have been revealed are told of, and no papers. Small sectors are "
            "shown only together, and what would tell how everybody voted is told as “nearly all” "
            "or “nearly none”."
        )
    return _(
        "Only polls that have been revealed are told of, and only papers with names are here. "
        "Small sectors are shown only together, and what would tell how everybody voted is told as "
        "“nearly all” or “nearly none”."
    )


def _personal(source: Source) -> str:
    if source.shares:
        return _("Names of people who signed an idea or speak for a member: share with care.")
    return _("Names, e-mail addresses and opinions of people: share with care.")


def _begins(source: Source, session: Session) -> str:
    """When it was to begin, and when it did where that is another minute."""
    planned = f"{session.starts_at:%Y-%m-%d %H:%M}"
    began = source.by_clock(session.went_live_at, session.id)
    live = planned if began is None else f"{began:%Y-%m-%d %H:%M}"
    if live == planned:
        return planned
    return _("{planned} (went live {live})", planned=planned, live=live)


def _times(source: Source) -> str:
    """Of every instant that is told here, on every sheet and in the summary."""
    names = source.clocks.names()
    named = listed(zone_text(name) for name in names)
    if len(names) > 1:
        said = _(
            "Times and days are those of the clock where each session was held: {zones}. What "
            "happened between two sessions has those of the one before.",
            zones=named,
        )
    else:
        said = _("Times and days are those of the clock where it was held: {zones}.", zones=named)
    if not source.for_programs:
        return said
    far = _(
        "Each time says with it how far that clock was from UTC, which changes with the place and "
        "with summer time: compare them as instants, not as texts."
    )
    return sentences((said, far))
