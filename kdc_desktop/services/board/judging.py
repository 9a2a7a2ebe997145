"""Judges the ideas of a list: what each would be in the club, before it is held against it."""

from collections.abc import Iterable
from dataclasses import replace

from kdc_desktop.domain.board.idea_fields import IdeaChoices, SetAside
from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.domain.board.tags import fitting_tags
from kdc_desktop.domain.kit.lengths import LINE, PAGE, STATEMENT
from kdc_desktop.domain.kit.text import normalise, on_one_line, shortened, trimmed
from kdc_desktop.domain.people.greeting import in_speaking_order
from kdc_desktop.domain.people.sector_guess import guess_sector
from kdc_desktop.domain.people.signatures import signature
from kdc_desktop.i18n import Text, _, lazy, ngettext, sentences
from kdc_desktop.interchange.board_rows import IncomingIdea
from kdc_desktop.services.board.cluster_names import LONGEST_NAME
from kdc_desktop.services.board.ideas import LONGEST_IDEA
from kdc_desktop.services.board.incoming import IncomingRow
from kdc_desktop.services.board.known_ideas import KnownAuthors

_ASIDE: dict[SetAside, Text] = {
    SetAside.ARCHIVED: lazy("It is archived, rejected, hidden or deleted in the list."),
    SetAside.HIDDEN: lazy("Its row is hidden in the list."),
    SetAside.NO_IDEA: lazy("It is a frame, a line or a picture of a board."),
}


def judged(
    incoming: Iterable[IncomingIdea], people: KnownAuthors, choices: IdeaChoices
) -> list[IncomingRow]:
    """What each idea of a list is: new, a problem, or left out."""
    asked = {
        SetAside.ARCHIVED: choices.include_archived,
        SetAside.HIDDEN: choices.include_hidden,
    }
    rows = []
    for key, idea in enumerate(incoming):
        row = _row(key, idea, people)
        if idea.aside is not None and not asked.get(idea.aside, False):
            row = replace(row, state=Incoming.LEFT_OUT, why=_why(idea.aside, idea.text))
        rows.append(row)
    return rows


def _why(aside: SetAside, text: str) -> str:
    if aside is SetAside.NO_ANSWER:
        return _("“{text}” says nothing, so it is no idea.", text=shortened(text))
    return str(_ASIDE[aside])


def _row(key: int, idea: IncomingIdea, people: KnownAuthors) -> IncomingRow:
    signed = signature(idea.author)
    name = in_speaking_order(signed.name)
    author = people.author(name, signed.email or idea.email)
    sector = guess_sector(idea.sector) or (author.sector if author else None)
    if sector is None and idea.organisation:
        sector = people.organisations.get(normalise(idea.organisation))
    row = IncomingRow(
        key,
        idea.number,
        Incoming.NEW,
        "",
        trimmed(idea.text),
        author.name if author else name[:LONGEST_IDEA],
        author.id if author else None,
        on_one_line(idea.organisation),
        sector,
        on_one_line(idea.cluster)[:LONGEST_NAME],
        trimmed(idea.details)[:PAGE],
        fitting_tags(on_one_line(idea.tags), LINE),
        idea.minutes,
        on_one_line(idea.link)[:STATEMENT],
        idea.asked,
        idea.aside,
        int(idea.id) if idea.id.isdecimal() and len(idea.id) < 16 else None,
        idea.written,
    )
    problem = _problem(row)
    if problem:
        return replace(row, state=Incoming.PROBLEM, why=problem)
    remark = sentences(_remarks(row, idea, people))
    return replace(row, why=remark, remark=remark)


def _problem(row: IncomingRow) -> str:
    if not row.text:
        return _("There is no text.")
    if len(row.text) > LONGEST_IDEA:
        return ngettext(
            "The text is longer than {count} character.",
            "The text is longer than {count} characters.",
            LONGEST_IDEA,
        )
    return ""


def _remarks(row: IncomingRow, idea: IncomingIdea, people: KnownAuthors) -> list[str]:
    said = []
    if row.author_id is None and (count := people.namesakes(row.author)) > 1:
        said.append(
            ngettext(
                "{count} person is called {name}, so the author stays a name.",
                "{count} people are called {name}, so the author stays a name.",
                count,
                name=row.author,
            )
        )
    if not row.author and (idea.email or signature(idea.author).email):
        said.append(_("Its address is nobody’s in this club, so the idea has no author."))
    elif not row.author and on_one_line(idea.author):
        said.append(_("What stands as its author is no name, so the idea has no author."))
    names = (len(on_one_line(idea.cluster)), len(on_one_line(idea.author)))
    if names[0] > LONGEST_NAME or names[1] > LONGEST_IDEA:
        said.append(_("A name is too long and is cut: of the cluster, or of the author."))
    told = (trimmed(idea.details), on_one_line(idea.link))
    if (row.details, row.link) != told or len(on_one_line(idea.tags)) > LINE:
        said.append(_("Its details, tags or link are too long and are cut."))
    return said
