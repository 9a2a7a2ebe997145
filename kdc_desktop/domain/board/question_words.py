"""The words by which questions are known: whether they ask for ideas, or for something beside."""

from kdc_desktop.domain.board.column_words import folded

_ABOUT = folded(
    "idea|ideas|ideasi|idean|ideat|ehdotus|ehdotuksesi|proposal|proposals|suggestion"
) | folded(
    "suggestions|suggest|propose|improve|improved|better|idé|idéer|ideer|förslag|forslag",
    "idee|ideen",
    "ideaa|ideaasi|ideoita|ideoitasi|ideoitanne|ideasta|ehdotusta|ehdotuksia|ideene|ideerna",
    "förslaget|forslaget|ideid|ideed|mõtteid|ettepanekuid|ideeën|vorschlag|vorschläge|voorstel|voorstellen|idée|idées|proposition",
    "propositions|propuesta",
    "propuestas|ideas|sugerencia|ideed|mõte|ettepanek|ettepanekud|parantaa|ehdota|ehdottaisit",
)
_BESIDE = tuple(
    folded(
        "allerg|diet|food|meal|special need|accessib|consent|agree to|gdpr|privacy|photo",
        "newsletter",
        "anything else|how did you hear|other comment|further comment|greeting|parking|feedback on",
        "ruokavali|erityisruoka|erityistarpe|esteettöm|suostu|tietosuoja|valokuva",
        "uutiskirje|muuta sanott",
        "jotain muuta|kostpref|specialkost|matpreferens|tillgänglig|samtyck",
        "personuppgift|foto|nyhetsbrev",
        "något annat|övrigt|kosthold|samtykke|nyhetsbrev|noe annet|noget andet|madønske",
        "ernähr|unverträglich|essen|barrierefrei|einwillig|einverstand|datenschutz|sonst noch",
        "sonstige|weitere anmerk|dieet|voeding|toestemming|privacy|nieuwsbrief|nog iets|verder nog",
        "régime|aliment|repas|accessibilit|consente|autoris|autre chose|autres comment",
        "confidential",
        "alerg|dieta|comida|accesib|consent|autoriz|privacidad|algo más|otros coment",
        "toitumis|toidu|ligipääs|nõusolek|andmekaitse|midagi muud|muud komment",
    )
)


def is_about_ideas(key: str) -> bool:
    """Whether a question speaks of ideas, in a word of its own."""
    return not _ABOUT.isdisjoint(key.split())


def is_beside_the_point(key: str) -> bool:
    """Whether a question is about food, consent or whatever else somebody might say."""
    return any(f" {key}".find(f" {beginning}") >= 0 for beginning in _BESIDE)


def asks_for_sector(key: str) -> bool:
    """Whether a question is about the sector that somebody is of."""
    return any(word.startswith(_SECTOR_BEGINNINGS) for word in key.split())


_SECTOR_BEGINNINGS = (
    *("sector", "sektor", "secteur", "stakeholder", "sidosryhm", "intressent", "interess"),
    "belangheb",
)


def in_order_of_number(key: str) -> str:
    """The header without the number by which it is one of several."""
    words = [
        word
        for word in key.split()
        if not word.isdigit() and word not in _ORDINALS and len(word) > 1
    ]
    return " ".join(words) or key


_ORDINALS = folded(
    "first|second|third|fourth|fifth|one|two|three|1st|2nd|3rd|ensimmäinen|toinen|kolmas|neljäs",
    "första|andra|tredje|fjärde|første|anden|andre|erste|zweite|dritte|vierte|ersten|zweiten",
    "eerste|tweede|derde|première|premier|deuxième|second|seconde|troisième|primera|segunda",
    "number|no|nr|nro|num|tercera|primero|segundo|tercero|esimene|teine|kolmas",
)
