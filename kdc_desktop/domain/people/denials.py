"""Headers that deny what their column asks: “Får ej fotograferas”, “Not coming”, “Opt out”.

Under such a header a yes refuses. Where it is not certain what yes and no mean under it, it is
unclear, and nothing is read from its column.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from kdc_desktop.domain.kit.text import fold


class Denial(StrEnum):
    """What a header does to the yes and no below it: nothing, or it turns them around.

    Whoever has not opted `OUT` has not agreed to anything by it.
    """

    NONE = "none"
    TURNED = "turned"
    OUT = "out"
    UNCLEAR = "unclear"


_NOT_SAID = """
not no never nobody none cannot nor non without
ei eivat eika ala alkaa alkoon alkaamme emme ette eivatka koskaan ilman
inte ej icke inget inga ingen aldrig utan ikke ikkje aldri aldrig uten uden intet
nicht kein keine keinen keiner keinem keines nie niemals ohne niet geen nooit nimmer zonder
pas jamais aucun aucune sans ningun ninguna nunca jamas sin mitte arge ara ilma
unable unavailable incapable unwilling absent absence absentee absente poissa estynyt franvarande
franvaro forhindrad forhindret fravaer fravaerende abwesend verhindert afwezig verhinderd excuse
excusee empeche empechee ausente ausencia puudub puudun refraining
"""
_OUT_SAID = """
optout dnc unsubscribe unsubscribed unsubscribes decline declined declines refuse refused refuses
refusal withdraw withdrawn withdraws withdrew revoke revoked revokes object objects objected
objection objections oppose opposed forbid forbidden prohibited denied denies deny rejected rejects
banned suppressed cancelled canceled expired missing lacking avoid
kielto kielletty kiellan kieltaa kieltanyt kieltaydyn kieltaytyy kieltaytynyt peruttu peruutettu
perunut peruuttanut evatty kieltaydyttiin puuttuu
forbud forbjudet forbjuden nekar nekad nekat nekas avbojer avbojt avbojd vagrar aterkallat
aterkallad avregistrerad avanmald avmeldt afmeldt frabedt reservert nekter nektet avslar avslatt
afslar afslaet afviser afvist trukket tilbakekalt saknas mangler
verbot verboten verweigert verweigere abgelehnt ablehnen lehne widerrufen widerspruch widersprochen
widerspreche zuruckgezogen untersagt abgemeldet fehlt
verboden geweigerd weigert weiger ingetrokken bezwaar uitgeschreven afgemeld afgewezen ontbreekt
interdit interdite interdiction refus retire retiree revoque oppose opposition desinscrit
desabonne decline manque
prohibido prohibida rechaza rechazado rechazo retirado retirada revocado denegado desuscrito baja
falta keelatud keeldub keeldun keeldunud keeldus loobunud loobun tuhistatud tagasivoetud
"""
# “En” denies in Finnish before these alone; it is a small word of other languages.
_EN_DENIES = """
suostu osallistu halua anna tule paase hyvaksy voi salli ole
"""
_LEAVES_OPEN_SAID = """
if unless except otherwise else whether but only why yet sure still jos ellei mutta muuten paitsi
vain miksi viela varma om annars utom men endast bara hvis ellers unntatt undtagen bare kun wenn
falls sonst ausser aber nur warum noch als indien tenzij anders behalve maar alleen waarom si sinon
sauf mais seulement pourquoi pero solo salvo excepto kui muidu aga ainult miks etko
share shared publish published sold sell store stored used third made reached found mind could been
received uploaded
"""
_TICK_SAID = """
tick ticks ticked check checked cross mark select rasti rastita ruksi kryssa bocka kryss huk
afkryds ankreuzen ankreuze vink aanvinken kruis coche cochez cocher marque marcar margi linnuke
"""
_IF = "if jos om hvis wenn falls als indien si kui"
_OUT_PHRASES = (
    *("opted out", "opt out", "opts out", "opting out", "do not contact", "do not mail"),
    *("do not email", "do not call", "do not disturb", "do not photograph", "do not film"),
    *("trukket tilbake", "trukket tilbage", "tagasi voetud", "dado de baja"),
)
_PAIRS = (
    *(("yes", "no"), ("y", "n"), ("kyll[aä]", "ei|en"), ("joo", "ei|en"), ("jah", "ei")),
    *(("ja", "nein|nej|nei|nee"), ("oui", "non"), ("s[ií]", "no"), ("true", "false"), ("1", "0")),
)
_OR = r"\W+(?:(?:or|tai|vai|eller|oder|of|ou|o|voi)\W+)?"
_CHOICE = re.compile(
    "|".join(rf"\b(?:{yes}){_OR}(?:{no})\b|\b(?:{no}){_OR}(?:{yes})\b" for yes, no in _PAIRS)
    + r"|\b(?:or not|vai ei|tai ei|eller (?:inte|ej|ikke)|oder nicht|of niet|ou (?:non|pas)|o no)"
    r"\s*\W*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:contact|phone|telephone|mobile|tel|cell|badge|ticket|order|ref|id|reg) no(?=$| \d)"
)
_LONGEST = 14  # words; more are a text with matters of its own
_LAST = frozenset(["no", "ei", "nej", "nei", "nein", "nee", "non", "en"])


@cache
def denial(header: str) -> Denial:
    """What a header does to its yes and no; one in two languages must do the same in both."""
    parts = [part for part in re.split(r"[/|\n]", _CHOICE.sub(" ", header)) if fold(part)]
    found = {_of_one(part) for part in parts}
    return next(iter(found)) if len(found) == 1 else Denial.UNCLEAR if found else Denial.NONE


def denied_words(header: str) -> frozenset[str]:
    """The words of that part of a header that denies."""
    clauses = [_plain(one) for one in _clauses(_CHOICE.sub(" ", header))]
    said = [one.split() for one in clauses if [*_denying(one)]]
    return frozenset(word for one in said for word in one)


def _of_one(header: str) -> Denial:
    said = _plain(header)
    found = [*_denying(said)]
    if not found:
        return Denial.NONE
    words = said.split()
    behind = words[found[0] + 1 :]
    more = (not behind and words[-1] in _LAST) or "=" in header or "non" in words
    more = more or (not _is_one(header) and _words(_TICK_SAID).isdisjoint(words))
    if len(found) > 1 or len(words) > _LONGEST or more or _leaves_open(words, found[0]):
        return Denial.UNCLEAR
    is_out = words[found[0]] in _words(_OUT_SAID) or "kielto" in words[found[0]]
    return Denial.OUT if is_out else Denial.TURNED


def _is_one(header: str) -> bool:
    """Whether a header says one thing; what is denied beside a question may be of another."""
    return sum(any(map(str.isalpha, one)) for one in _clauses(header)) == 1


def _leaves_open(words: list[str], at: int) -> bool:
    """Whether more is said than what is denied; “tick if you do not …” says no more."""
    ticks = {place for place, word in enumerate(words) if word in _words(_TICK_SAID)}
    if any(place > at for place in ticks):
        return True
    openly = {place for place, word in enumerate(words) if word in _words(_LEAVES_OPEN_SAID)}
    if ticks and len(openly) == 1:
        place = next(iter(openly))
        if words[place] in _words(_IF) and max(ticks) < place < at:
            return False
    return bool(openly)


def _plain(header: str) -> str:
    """A header folded, one word for each way to deny and none for “yes/no” and “Contact no.”."""
    said = fold(re.sub(r"(?i)n['’]t\b", " not", header).replace("wo not", "will not"))
    for phrase in _OUT_PHRASES:
        said = f" {said} ".replace(f" {phrase} ", f" optout {phrase.split()[-1]} ").strip()
    said = re.sub(r"\b(dont|doesnt|wont|cant)\b", "not", said)
    said = re.sub(r"\bcan not\b", "cannot", said)
    return " ".join(_NUMBERED.sub(" ", said).split())


def _denying(said: str) -> Iterator[int]:
    """The places of words that deny."""
    words = said.split()
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        is_finnish = word == "en" and after in _words(_EN_DENIES)
        known = word in _words(_NOT_SAID) or word in _words(_OUT_SAID)
        if known or is_finnish or word.endswith("kielto"):
            yield place


def _clauses(header: str) -> list[str]:
    return re.split(r"[()\[\].;:!?,/|\n]|\b(?:and|ja|och|und|et|ning)\b", header)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())
