"""Whether a cell says yes or no, in the words of ten languages."""

from kdc_desktop.domain.kit.text import fold

_YES_SAID = """
yes y x 1 true ok okay agree agreed accept accepted accepts given granted
kylla joo on hyvaksyn suostun annan sopii ja jag jah jaa samtycker godkanner godkender godkjenner
samtykker subscribed einverstanden zugestimmt akkoord oui accepte si acepto sim vrai wahr verdadero
tosi sant noustun
"""
_NO_SAID = """
no n 0 false disagree disagreed decline declined denied refused refuse ei nej nei nein nee non faux
falsch falso epatosi falskt refuse niet
withdrawn withdrew revoked unsubscribed optout forbidden denied kielletty kiellan peruttu peruutettu
perunut evatty aterkallat aterkallad nekad nekat avbojt avslatt avslaet trukket widerrufen abgelehnt
verweigert zuruckgezogen ingetrokken geweigerd refusee retire retiree rechazado retirado revocado
denegado keeldunud keeldus keelatud
"""
_OUT = frozenset(("opted out", "opt out", "i opt out", "not given", "opting out"))
_YES, _NO = frozenset(_YES_SAID.split()), frozenset(_NO_SAID.split())
_ONLY_SAID = "only vain ainoastaan endast bara bare kun nur alleen seulement solo ainult"
_ONLY = frozenset(_ONLY_SAID.split())
_TICKS = frozenset("✓✔☑✅👍")
_CROSSES = frozenset("❌✗✘🚫⛔👎")
_NOT_SAID, _WHO_SAID = (
    "not don dont inte ej ikke nicht niet pas ei en mitte",
    "i we do ma jag jeg ich je ik yo mina",
)
_NOT, _WHO = frozenset(_NOT_SAID.split()), frozenset(_WHO_SAID.split())


def yes_or_no(cell: str) -> str:
    """“yes” or “no”, "" where the cell says neither.

    Of a sentence its first word counts, or a word that denies it: “Yes, you may”, “En suostu”.
    """
    ticked, crossed = not _TICKS.isdisjoint(cell), not _CROSSES.isdisjoint(cell)
    if ticked or crossed:
        return "" if ticked and crossed else "yes" if ticked else "no"
    said = fold(cell)
    if said in _YES or said == "opted in":
        return "yes"
    if said in _NO or said in _OUT:
        return "no"
    words = [word for word in said.split() if word not in _WHO]
    if not words or words == said.split()[:1]:
        return ""
    if words[0] in _NO or not _NOT.isdisjoint(words):
        return "no"
    return "yes" if words[0] in _YES else ""


def is_bare_answer(cell: str) -> bool:
    """Whether a cell is yes or no and nothing else; “Ei Mon” and “Y-säätiö” are names."""
    return not (_TICKS | _CROSSES).isdisjoint(cell) or fold(cell) in _YES | _NO


def first_answer(cell: str) -> str:
    """The yes or no that a cell begins with, "" for neither: “Yes, I am away”."""
    first = fold(cell).split()[:1]
    return "" if not first else "yes" if first[0] in _YES else "no" if first[0] in _NO else ""


def limited_yes_or_no(cell: str) -> str:
    """The same of what may be allowed for one way or one matter only: “Only by e-mail” is a yes."""
    said = yes_or_no(cell)
    return "yes" if not said and _ONLY & set(fold(cell).split()[:1]) else said
