"""What cannot be promised of a paper, said before somebody fills it in."""

from kdc_desktop.domain.polls.method import Method, PaperKind
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.i18n import _, ngettext

_KNOWN_BY = 2  # so many smallest groups are still so few that a result tells more than one thinks


def not_promised(
    secrecy: Secrecy, method: Method, votes: int, smallest_group: int
) -> tuple[str, ...]:
    """Sentences of what a poll with so many votes tells all the same; none of one with names.

    The first is the one to say where there is room for one.
    """
    if secrecy is Secrecy.NAMED:
        return ()
    said = (_of_so_few(votes, smallest_group), _of_the_paper(method), _of_the_sector(secrecy))
    return tuple(filter(None, said))


def _of_so_few(votes: int, smallest_group: int) -> str:
    if votes < smallest_group:
        return ngettext(
            "Only {count} may vote: of so few papers nothing is told but how many there were.",
            "Only {count} may vote: of so few papers nothing is told but how many there were.",
            votes,
        )
    if votes < _KNOWN_BY * smallest_group:
        return ngettext(
            "Only {count} may vote: with so few, a result can tell more than one would think.",
            "Only {count} may vote: with so few, a result can tell more than one would think.",
            votes,
        )
    return ""


def _of_the_paper(method: Method) -> str:
    if not method.signature:
        return ""
    if method.paper is PaperKind.ORDER:
        return _("A full ranking can be recognised by whoever knows how somebody ranks.")
    return _("Whoever knows what somebody thinks of each option could recognise the paper.")


def _of_the_sector(secrecy: Secrecy) -> str:
    if secrecy is not Secrecy.SECTOR_ONLY:
        return ""
    return _("Your sector stands on it: where few of it vote, whoever has the file can tell.")
