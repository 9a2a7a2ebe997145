"""Answers that say nothing: a dash, “n/a”, “none”, “en osaa sanoa”, in ten languages."""

from kdc_desktop.domain.board.column_words import folded
from kdc_desktop.domain.kit.blank_cells import is_left_blank
from kdc_desktop.domain.kit.text import fold

_NOTHING = folded(
    "na|no|nope|nothing|nil|null|no idea|no ideas|not applicable|no answer",
    "no response|no comment|no comments|no suggestion|no suggestions|no proposal|no proposals",
    "i don't know|i dont know|don't know|dont know|do not know|i do not know|idk|not sure|unsure",
    "nothing else|nothing more|nothing to add|no more|no more ideas|no other|no others",
    "no other idea|no other ideas|no further ideas|none yet|not yet|nothing yet|no idea yet",
    "not at the moment|no thanks|no thank you|none at the moment|nothing comes to mind",
    "ei|ei ole|ei mitään|ei mitään muuta|ei muuta|ei muita|ei ideoita|ei ideaa|ei ehdotuksia",
    "ei ehdotusta|ei muita ideoita|ei kommentteja|ei kommentoitavaa|ei lisättävää|ei vastausta",
    "ei tiedossa|ei tietoa|ei tule mieleen|ei tule mitään mieleen|ei nyt|ei tällä hetkellä",
    "ei vielä|en osaa sanoa|en tiedä|eos|en keksi|en keksi mitään|ei ole ideoita|ei kiitos",
    "en mitään|ei mulla|ei minulla|ei oo",
    "nej|inga|ingen|inget|ingenting|vet ej|vet inte|jag vet inte|inget svar|inga idéer|ingen idé",
    "inga förslag|inget förslag|inget annat|inget mer|inget särskilt|inga fler|inga andra",
    "inga fler idéer|inga andra idéer|ej aktuellt|ingen aning|nej tack|inte just nu|vet ej än",
    "nei|intet|ingen ideer|ingen forslag|vet ikke|jeg vet ikke|ikke aktuelt|ingen anelse|nei takk",
    "ingen flere|ingen andre|ikke noe|ingenting mer",
    "ikke relevant|ved ikke|jeg ved ikke|ingen idéer",
    "ikke noget|nej tak|ingen aktuelle|ikke nu|ingen flere idéer|ingen flere ideer",
    "nein|keine|kein|keiner|keines|keins",
    "keinen|nichts|keine ahnung|keine angabe|keine angaben|k.a.",
    "weiß nicht|weiss nicht|ich weiß nicht|ich weiß es nicht|keine idee|keine ideen|keine antwort",
    "keine vorschläge|kein vorschlag|keine weiteren|keine weiteren ideen|keine anderen|entfällt",
    "nichts weiter|momentan keine|derzeit keine",
    "noch keine|nein danke|keine weitere|nicht zutreffend",
    "nee|geen|niets|niks|geen idee|geen ideeën|weet niet|weet ik niet|ik weet het niet|geen mening",
    "n.v.t.|nvt|niet van toepassing|geen antwoord|geen suggesties|geen voorstel|geen voorstellen",
    "geen andere|geen verdere ideeën|nog niet|nog geen|nee dank je|nee bedankt|geen andere ideeën",
    "non|aucun|aucune|rien|néant|je ne sais pas|ne sais pas|nsp|pas d'idée|pas d'idées|aucune idée",
    "sans objet|s.o.|sans réponse|pas de réponse|rien à ajouter|rien d'autre|non merci|ras|r.a.s.",
    "sans avis|aucune autre|aucune autre idée|pas d'autre idée|pas d'autres idées|pas encore",
    "aucune proposition|aucune suggestion|pas de proposition|rien de plus|aucun commentaire",
    "ninguno|ninguna|nada|no sé|no lo sé|no sabe|ns/nc|nsnc|ns|sin respuesta|no aplica|sin idea",
    "sin ideas|ninguna idea|nada más|no gracias|sin comentarios|no tengo|no tengo ideas|ningún",
    "ninguna otra|ninguna más|no tengo ninguna",
    "no procede|todavía no|sin sugerencias|ninguna propuesta",
    "ei tea|ma ei tea|puudub|puuduvad|mitte midagi",
    "ei midagi|pole|pole ideid|ei oska öelda|ei ole ideid",
    "ei soovi|ei kommenteeri|ei ole midagi|hetkel mitte",
    "veel mitte|pole midagi|ei aitäh|ideed puuduvad",
)


def says_nothing(text: str) -> bool:
    """Whether this is no answer, the whole of it: “No cars in the courtyard” is one.

    Some are names elsewhere: “NS” runs trains, “Pole” is a theme.
    """
    return is_left_blank(text) or fold(text) in _NOTHING
