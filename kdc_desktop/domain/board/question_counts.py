"""What makes a question one of several, in ten languages: “Second idea”, “Another idea”, “2”."""

from kdc_desktop.domain.kit.text import fold


def words_in(text: str) -> frozenset[str]:
    """The words of a text, folded."""
    return frozenset(fold(text).split())


_ORDINALS = words_in(
    """
    first second third fourth fifth 1st 2nd 3rd 4th 5th one two three
    ensimmäinen toinen kolmas neljäs viides ensimmäisen toisen kolmannen
    första andra tredje fjärde femte
    første anden annen andre tredje fjerde femte
    erste zweite dritte vierte fünfte ersten zweiten dritten erster zweiter dritter zweites drittes
    eerste tweede derde vierde vijfde
    première premier deuxième seconde second troisième quatrième cinquième
    primera segunda tercera cuarta quinta primero segundo tercero
    esimene teine kolmas neljas viies
    """
)
_COUNTS = _ORDINALS | words_in("number no nr nro num nummer numero")
_MORE = words_in(
    """
    other others another more additional further extra else
    muu muut muita muuta lisää lisäidea vielä
    annan annat andra till fler flera ytterligare övriga ännu
    annen andre flere ytterligere øvrige enda
    anden endnu yderligere
    weitere weiterer weiteres weiteren andere anderen noch sonstige zusätzliche mehr
    andere nog meer overige
    autre autres encore plus
    otra otras otro otros más adicional adicionales
    veel muu muud muid lisa
    """
)
_BY_CHOICE = words_in(
    """
    optional required mandatory valinnainen vapaaehtoinen pakollinen frivillig frivilligt frivillige
    valfri valfritt obligatorisk obligatoriskt valgfri valgfritt valgfritt pflichtfeld pflichtangabe
    freiwillig optionaal optioneel verplicht vrijwillig facultatif facultative obligatoire opcional
    obligatorio obligatoria valikuline kohustuslik vabatahtlik
    """
)


def is_counted(key: str) -> bool:
    """Whether a question is one of several, by a number or by a word."""
    said = set(key.split())
    return not (_COUNTS | _MORE).isdisjoint(said) or any(map(str.isdigit, said))


def count_said(key: str) -> str:
    """The number, or the word for it, by which a question is one of several; "" without one."""
    counts = [word for word in key.split() if word in _ORDINALS or _is_small_number(word)]
    return counts[0] if len(counts) == 1 else ""


def _is_small_number(word: str) -> bool:
    return word.isdigit() and len(word) < 3


def in_order_of_number(key: str) -> str:
    """The header without the number by which it is one of several."""
    return _without(key, _COUNTS)


def without_count(key: str) -> str:
    """The question without what makes it one of several, or says whether it must be answered."""
    return _without(key, _COUNTS | _MORE | _BY_CHOICE)


def _without(key: str, those: frozenset[str]) -> str:
    words = [
        word for word in key.split() if not word.isdigit() and word not in those and len(word) > 1
    ]
    return " ".join(words) or key
