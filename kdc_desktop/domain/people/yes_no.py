"""Whether a cell says yes or no, in the words of ten languages."""

from kdc_desktop.domain.kit.text import fold

_YES_SAID = """
yes y x 1 true ok agree agreed kylla joo on ja jag jah jaa oui si sim vrai wahr verdadero
"""
_NO_SAID = "no n 0 false ei nej nei nein nee non faux falsch falso"
_YES, _NO = frozenset(_YES_SAID.split()), frozenset(_NO_SAID.split())
_TICKS = frozenset("✓✔☑✅")


def yes_or_no(cell: str) -> str:
    """“yes” or “no”, "" where the cell says neither."""
    if not _TICKS.isdisjoint(cell):
        return "yes"
    said = fold(cell)
    if said in _YES:
        return "yes"
    return "no" if said in _NO else ""
