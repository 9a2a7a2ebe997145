"""What stands in the place of a name of somebody who comes, and whom nobody has named yet."""

import re

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.header_words import phrases

_ALONE = phrases(
    """
    nn, n n, nomen nescio, avec, plus one, plus 1, guest, extra guest, companion, guest name,
    to be announced, to be confirmed, to be named, to be decided, name to follow, no name,
    seuralainen, vieras, nimi puuttuu, nimi myöhemmin, ilmoitetaan myöhemmin, puoliso,
    gäst, medföljande, sällskap, följeslagare, gjest, følge, ledsager, gæst,
    gast, begleitung, begleitperson, begleiter, begleiterin, name folgt,
    introducé, introducee, begeleider, invité, invitée, accompagnant, accompagnante,
    accompagnateur, accompagnatrice, invitado, invitada, acompañante, külaline, kaaslane, saatja
    """
)
_PLUS = re.compile(r"\+ ?\d{1,2}(?: [^\W\d]+)?")
_NUMBER = re.compile(r" ?\d{1,2}$")
_OF = re.compile(
    r"(?:(?:guest|companion|partner|spouse|friend|plus (?:one|1)|1|avec) (?:of|for|from)"
    r"|(?:gast|begleitung|begleitperson|introducee?) (?:von|van)"
    r"|(?:gast|gjest|sallskap|folge|ledsager) (?:till|til|av|af|hos)"
    r"|(?:invitee?|accompagnante?) (?:de|du|d)|(?:invitad[oa]|acompanante) (?:de|del)) .+"
)
_OF_SOMEBODY = re.compile(
    r".+(?:['’]s? (?:guest|plus one|partner|avec)|n (?:avec|seuralainen|vieras))"
)


def is_unnamed(said: str) -> bool:
    """Whether this is a guest without a name: “+1”, “NN”, “Avec”, “Guest of Aino Laine”."""
    folded = fold(said)
    return (
        bool(_PLUS.fullmatch(said.strip()))
        or _NUMBER.sub("", folded) in _ALONE
        or bool(_OF.fullmatch(folded))
        or bool(_OF_SOMEBODY.fullmatch(said.casefold().strip()))
    )
