"""The words by which questions are known: whether they ask for ideas, or for something beside.

English, Finnish, Swedish, Norwegian, Danish, German, Dutch, French, Spanish and Estonian.
"""

import re

from kdc_desktop.domain.board.column_words import folded
from kdc_desktop.domain.board.question_counts import (
    count_said,
    is_counted,
    without_count,
    words_in,
)
from kdc_desktop.domain.kit.profiles import header_key

_ASIDE = re.compile(r"\([^()]*\)")
_GLUED = re.compile(r"([^\W\d]{3})(\d{1,2})$")


IDEA_WORDS = words_in(
    """
    idea ideas proposal proposals suggestion suggestions
    ideat ideasi ideanne ideani ideamme idean ideaa ideaasi ideoita ideoitasi ideoitanne ideasta
    ideastasi ideoista ideoistasi ideaan ideaasi ideallesi ideoiden ehdotus ehdotukset ehdotuksesi
    ehdotuksenne ehdotusta ehdotustasi ehdotuksia ehdotuksen ehdotuksesta ehdotuksestasi aloite
    kehitysidea kehitysehdotus kehitysideasi
    idé idéer idén idéerna idéns förslag förslaget förslagen
    ide ideen ideer ideene ideerne idéen idéerne forslag forslaget forslagene
    idee ideen vorschlag vorschläge vorschlags vorschlägen
    idee ideeën voorstel voorstellen suggestie suggesties
    idée idées proposition propositions
    propuesta propuestas sugerencia sugerencias
    ideed ideid ideede mõte mõtte mõtted mõtteid ettepanek ettepaneku ettepanekud ettepanekuid
    """
)
_ABOUT = IDEA_WORDS | words_in(
    "suggest propose improve improved better parantaa ehdota ehdottaisit"
)
_FILLING = words_in(
    """
    what which is are was your my our the a an any do you have would could like to share please
    write enter tell us give here add it in one two short few words word sentence sentences brief
    briefly and or of if there best good great new favourite favorite
    mikä mitkä millainen on ovat sinun oma oman teidän kerro kirjoita jokin joku onko sinulla teillä
    tähän lyhyesti anna esitä ja tai yksi paras parhaan hyvä uusi
    vad vilken vilket vilka är din dina ditt er ert era har du ni någon något några skriv berätta om
    här kort en ett den det i av och bästa bra ny nya
    hva hvad hvilken hvilket hvilke er din dit ditt dine deres jeres har du dere i noen nogen noget
    noe skriv fortell fortæl om her kort en et ei og beste bedste god gode ny nye
    was wie welche welches welcher ist sind lautet lauten ihre ihr deine dein eure euer haben hast
    sie du ein eine einen die der das den bitte schreiben schreibe nennen nenne hier kurz in einem
    satz und beste besten gute neue
    wat welk welke is zijn uw jouw je hebt heb heeft u een het de schrijf hier kort in zin en
    beste goede nieuwe
    quelle quel quelles quels est sont votre vos ton ta tes notre une un la le les l avez vous as tu
    écrivez écris ici de d des s il plaît en bref et meilleure meilleures bonne nouvelle
    cuál cuáles qué es son tu su tus sus nuestra una un la el las los tiene tienes alguna algún
    escribe escriba aquí en breve y mejor mejores buena nueva
    mis milline millisesse millise on teie sinu minu kas sul teil kirjuta kirjutage siia
    lühidalt palun ja üks parim hea uus
    """
)
_NAMED = words_in(
    """
    name title headline heading otsikko nimi nimeä otsikoi namn rubrik titel navn tittel overskrift
    namnge titel titels naam titre nom título nombre pealkiri nimi
    """
)
_EXPLAINED = words_in(
    """
    describe description details detail explain explanation elaborate why reason reasons rationale
    justify justification background
    kuvaa kuvaile kuvaus kuvaukset selitä selitys perustele perustelu perustelut miksi tarkemmin
    tarkenna taustaa yksityiskohtia
    beskriv beskrivning förklara förklaring varför motivera motivering bakgrund närmare detaljer
    beskrivelse forklar forklaring hvorfor begrunn begrunnelse begrund begrundelse bakgrunn
    uddyb uddybning nærmere detaljer baggrund
    beschreibe beschreiben beschreibung erkläre erklären erklärung erläutere erläutern erläuterung
    warum weshalb wieso begründe begründen begründung hintergrund einzelheiten
    beschrijf beschrijving omschrijf omschrijving uitleg toelichting waarom motiveer
    motivatie achtergrond
    décrivez décris description expliquez explique explication pourquoi raison raisons détaillez
    détails justifiez contexte
    describe describa descripción explica explique explicación razón razones justifica justifique
    detalles motivo contexto
    kirjelda kirjeldage kirjeldus selgita selgitage selgitus miks põhjenda põhjendage põhjendus
    taust täpsemalt
    """
)
_IT = words_in(
    """
    it this that so more matters important think
    se sitä sen tämä tätä näin noin tärkeää lisää
    det detta detta så mer viktigt dette viktig vigtig mere
    es dies das dazu so mehr wichtig
    dit dat zo meer belangrijk
    cela ça ceci plus important
    esto eso lo así más importante
    see seda selle nii rohkem oluline
    does belong belongs fit fits choose select best under to into
    liittyy kuuluu sopii valitse
    tillhör hör passar välj till
    tilhører hører passer velg vælg til
    gehört passt wähle wählen zu zum welchem unter
    hoort past kies bij welk
    concerne correspond choisissez appartient à
    pertenece corresponde elige elija a
    kuulub sobib vali alla
    """
)
"""Of a question that is about the one before it."""
_THEMES = words_in(
    """
    theme themes topic topics category categories
    teema teemaa teeman teemaan teemasta teemat aihe aihealue aihealueeseen aiheeseen aihealuetta
    kategoria kategoriaan
    tema temat teman ämne ämnet ämnesområde kategori kategorin
    temaet emne emnet temaområde kategorien
    thema themen themenfeld themenbereich kategorie kategorien
    onderwerp categorie
    thème thématique catégorie sujet
    categoría temática
    teemaga teemasse valdkond valdkonda valdkonna kategooria kategooriasse
    """
)
_INTERESTS = words_in(
    """
    interest interests interested interesting kiinnostaa kiinnostavat intresserar interesserer
    interessieren interessiert interesseren interesseert intéressent intéresse interesan interesa
    huvitab huvitavad
    """
)
_ABOUT_COMING = words_in(
    """
    attend attending join joining participate participating come coming register registered
    osallistua osallistut tulet mukaan delta deltar kommer deltage deltager teilnehmen kommen
    deelnemen meedoen participer venir participar asistir osaleda osaled
    """
)
_ASPECTS = words_in(
    """
    who whom whose how when where
    kuka ketkä kenen ketä kenelle miten kuinka milloin missä mihin mistä
    vem vilkas hur när var vems
    hvem hvordan når hvor hvis
    wer wem wessen wann wo wohin
    wie hoe wanneer waar
    qui comment quand où
    quién quiénes cómo cuándo dónde cuánto
    kes kelle kuidas millal kus kuhu
    """
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


def question_key(header: str) -> str:
    """A question as it is compared: without what stands in parentheses, or behind its mark.

    Where a form asks the same twice, a number follows the last word: “Idea2”.
    """
    asked = _ASIDE.sub(" ", header)
    first = asked.partition("?")[0]
    words = first if "?" in asked and asks_for_an_idea(header_key(first)) else asked
    key = header_key(_GLUED.sub(r"\1 \2", words.strip()))
    counted = count_said(header_key(asked))
    behind = counted if counted and not count_said(key) else ""
    return f"{key} {behind}".strip() or header_key(header)


def is_about_ideas(key: str) -> bool:
    """Whether a question speaks of ideas, in a word of its own."""
    return not _ABOUT.isdisjoint(key.split())


def asks_for_an_idea(key: str) -> bool:
    """Whether this asks for an idea and for nothing else: “What is your second idea?”."""
    said = set(without_count(key).split())
    return not IDEA_WORDS.isdisjoint(said) and said <= IDEA_WORDS | _FILLING


def asks_for_another(key: str) -> bool:
    """Whether this asks for one of several ideas: “Your third idea for the harbour”."""
    said = set(key.split())
    beside = _ASPECTS | _EXPLAINED | _THEMES
    return is_counted(key) and not IDEA_WORDS.isdisjoint(said) and said.isdisjoint(beside)


def asks_for_a_title(key: str) -> bool:
    """Whether this asks what an idea is called: “Give your idea a short name”."""
    said = set(without_count(key).split())
    about = not IDEA_WORDS.isdisjoint(said) and not _NAMED.isdisjoint(said)
    return about and said <= IDEA_WORDS | _FILLING | _NAMED


def asks_for_details(key: str) -> bool:
    """Whether this asks to explain an idea: “Describe your idea”, “Why?”."""
    said = set(key.split())
    if said.isdisjoint(_EXPLAINED) or not said.isdisjoint(_ABOUT_COMING):
        return False
    return names_an_idea(key) or said <= _EXPLAINED | _FILLING | _IT


def asks_for_theme(key: str) -> bool:
    """Whether this asks to what an idea belongs: “Which theme does it belong to?”."""
    said = set(key.split())
    if said.isdisjoint(_THEMES) or not said.isdisjoint(_INTERESTS | _EXPLAINED):
        return False
    return names_an_idea(key) or said <= _THEMES | _FILLING | _IT


def names_an_idea(key: str) -> bool:
    """Whether a question has an idea for its subject, so that its answer is one or tells of one."""
    return not IDEA_WORDS.isdisjoint(key.split())


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
