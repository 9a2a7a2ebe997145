"""Questions of whether somebody comes, in ten languages: what other words a header has, counts for
nothing, save those that ask after something else."""

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.denials import Denial, denial, denied_words

_COMING_SAID = """
attend attending attendance coming rsvp participating participation presence present presente
anwesend anwesenheit dabei teilnahme teilnehmen kommen kommst kommer kommt deltar deltager
deltagande deltagelse deltakelse narvaro aanwezig aanwezigheid deelname osallistut osallistutko
osallistun
osallistuu osallistuminen osallistutteko paasetko paasetteko paasen tuletko tuletteko tulossa tulen
participez participerez venez viendrez asiste asistes asistira asistiras asistencia vendra vendras
vienes osaled osalete osaleb osalemine tuled tulete kohale
"""
_TOGETHER = (
    *({"see", "you", "there"}, {"make", "it"}, {"join", "us"}, {"nehmen", "teil"}),
    *({"nimmst", "teil"}, {"neemt", "deel"}, {"neem", "deel"}, {"kom", "je"}, {"komt", "u"}),
    *({"nimmt", "teil"}, {"nehme", "teil"}, {"komt", "niet"}, {"kom", "niet"}),
)
_ELSE_SAID = """
dinner lunch breakfast brunch party sauna drinks workshop afterwork many who why hear before
previous previously earlier last guest guests companion bring with illallinen illalliselle lounas
lounaalle jatkoille aiemmin moni kuka seuralainen middag middagen lunchen festen tidigare hur manga
abendessen mittagessen essen fruher wie viele begleitung begleitperson diner dejeuner deja combien
cena comida almuerzo antes cuantos lounale ohtusook varem mitu borrel avond eerder hoeveel parking
type role category
"""
_WAITING_SAID = """
waitlist waitlisted waitinglist venteliste vantelista warteliste wachtlijst jonossa jonotuslista
ootenimekiri ootel
"""
_AWAY_SAID = """
come participate osallistu paase tule tulla osallistumasta viendra vient viens participe participera
venir vendra viene vengo participa asisto osale tulla kommen nehme absent absence absentee absente
poissa estynyt franvarande franvaro forhindrad forhindret fravaer fravaerende abwesend verhindert
afwezig verhinderd empeche empechee ausente ausencia puudub puudun
"""
_AWAY = frozenset(_AWAY_SAID.split())
_SIGNED_UP_SAID = """
registered confirmed pameldt tilmeldt anmald angemeldet aangemeld ingeschreven inscrit inscrite
inscrito inscrita ilmoittautunut registreerunud bekreftet bekraftad bestatigt vahvistettu
"""
_SIGNED_UP = frozenset(_SIGNED_UP_SAID.split())
_COMING, _ELSE = frozenset(_COMING_SAID.split()), frozenset(_ELSE_SAID.split())
_WAITING = frozenset(_WAITING_SAID.split())


def asks_who_comes(header: str) -> bool:
    """Whether a header asks if somebody comes to the session itself."""
    if fold(header) in _SIGNED_UP:
        return True
    said = set(fold(header).split())
    asks = not said.isdisjoint(_COMING) or any(words <= said for words in _TOGETHER)
    return asks and said.isdisjoint(_ELSE)


def asks_who_is_away(header: str) -> bool:
    """Whether a header asks if somebody does not come to the session itself."""
    kind = denial(header)
    if kind in (Denial.NONE, Denial.UNCLEAR):
        return False
    said = denied_words(header)
    asks = any(not words.isdisjoint(said) for words in (_COMING, _AWAY))
    asks = asks or any(words <= said for words in _TOGETHER)
    return asks and set(fold(header).split()).isdisjoint(_ELSE)


def is_waiting(header: str) -> bool:
    """Whether a header says of those who wait for a place."""
    return not _WAITING.isdisjoint(fold(header).replace("waiting list", "waitlist").split())
