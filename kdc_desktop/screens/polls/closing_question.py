"""Closing a poll is asked first while somebody may still vote."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.i18n import _, listed_and, ngettext, sentences
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.questions import question
from kdc_desktop.screens.polls.poll_pages import PollPages
from kdc_desktop.services.polls.rows import PollRow


def close_after_asking(pages: PollPages, poll: PollRow | None, close: Callable[[], object]) -> None:
    """Close it at once where everybody has voted, else when it is meant."""
    if poll is None:
        return
    open_papers = _open_papers(pages, poll)
    missing = poll.electorate - poll.voted
    if missing <= 0 and not open_papers:
        close()
        return
    box = question(
        pages.window(), "close_poll_box", sentences(_waiting(poll, missing, open_papers))
    )
    stay = box.addButton(_("&Go on voting"), QMessageBox.ButtonRole.RejectRole)
    end = box.addButton(_("&Close the poll"), QMessageBox.ButtonRole.DestructiveRole)
    end.setObjectName("close_poll_anyway")
    box.setDefaultButton(stay)
    end.clicked.connect(close)
    open_for_now(box)


def _open_papers(pages: PollPages, poll: PollRow) -> list[str]:
    said = [_("A paper is open on the kiosk.")] if pages.kiosk_has_paper() else []
    paper = pages.open_page.paper
    if paper.voter is not None:
        said.append(_("The paper of {name} is open here.", name=paper.voter.name))
    if paper.begun:
        said.append(
            ngettext(
                "The paper of {names} is begun here and not cast.",
                "The papers of {names} are begun here and not cast.",
                len(paper.begun),
                names=listed_and(paper.begun),
            )
        )
    out = pages.open_page.slips_out
    if out:
        said.append(
            ngettext(
                "{count} slip that was given out has not come back: it will not be counted.",
                "{count} slips that were given out have not come back: they will not be counted.",
                out,
            )
        )
    if poll.id in pages.drafts.hands:
        said.append(_("Counts of a show of hands are typed and not kept yet."))
    return said


def _waiting(poll: PollRow, missing: int, open_papers: list[str]) -> list[str]:
    said = list(open_papers)
    if missing > 0:
        text = ngettext(
            "{count} of {all} has not voted.",
            "{count} of {all} have not voted.",
            missing,
            all=poll.electorate,
        )
        said.insert(0, text)
    if poll.secrecy != Secrecy.NAMED and poll.papers:
        said.append(_("Once it is closed, this poll cannot be reopened, and no undo opens it."))
    return said
