"""The words by which questions are known: whether they ask for ideas, or for something beside.

English, Finnish, Swedish, Norwegian, Danish, German, Dutch, French, Spanish and Estonian.
"""

from kdc_desktop.domain.board.column_words import folded
from kdc_desktop.domain.kit.text import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


IDEA_WORDS = _words(
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
_ABOUT = IDEA_WORDS | _words("suggest propose improve improved better parantaa ehdota ehdottaisit")
_FILLING = _words(
    """
    what which is are was your my our the a an any do you have would could like to share please
    write enter tell us give here add it in one two short few words word sentence sentences brief
    briefly and or of if there
    mikä mitkä millainen on ovat sinun oma oman teidän kerro kirjoita jokin joku onko sinulla teillä
    tähän lyhyesti anna esitä ja tai yksi
    vad vilken vilket vilka är din dina ditt er ert era har du ni någon något några skriv berätta om
    här kort en ett den det i av och
    hva hvad hvilken hvilket hvilke er din dit ditt dine deres jeres har du dere i noen nogen noget
    noe skriv fortell fortæl om her kort en et ei og
    was wie welche welches welcher ist sind lautet lauten ihre ihr deine dein eure euer haben hast
    sie du ein eine einen die der das den bitte schreiben schreibe nennen nenne hier kurz in einem
    satz und
    wat welk welke is zijn uw jouw je hebt heb heeft u een het de schrijf hier kort in zin en
    quelle quel quelles quels est sont votre vos ton ta tes notre une un la le les l avez vous as tu
    écrivez écris ici de d des s il plaît en bref et
    cuál cuáles qué es son tu su tus sus nuestra una un la el las los tiene tienes alguna algún
    escribe escriba aquí en breve y
    mis milline millisesse millise on teie sinu minu kas sul teil kirjuta kirjutage siia
    lühidalt palun ja
    """
)
_ORDINALS = _words(
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
_COUNTS = _ORDINALS | _words("number no nr nro num nummer numero")
_MORE = _words(
    """
    other others another more additional further extra else
    muu muut muita muuta lisää lisäidea vielä
    annan annat andra fler flera ytterligare övriga ännu
    annen andre flere ytterligere øvrige enda
    anden endnu yderligere
    weitere weiterer weiteres weiteren andere anderen noch sonstige zusätzliche mehr
    andere nog meer overige
    autre autres encore plus
    otra otras otro otros más adicional adicionales
    veel muu muud muid lisa
    """
)
_BY_CHOICE = _words(
    """
    optional required mandatory valinnainen vapaaehtoinen pakollinen frivillig frivilligt frivillige
    valfri valfritt obligatorisk obligatoriskt valgfri valgfritt valgfritt pflichtfeld pflichtangabe
    freiwillig optionaal optioneel verplicht vrijwillig facultatif facultative obligatoire opcional
    obligatorio obligatoria valikuline kohustuslik vabatahtlik
    """
)
_NAMED = _words(
    """
    name title headline heading otsikko nimi nimeä otsikoi namn rubrik titel navn tittel overskrift
    namnge titel titels naam titre nom título nombre pealkiri nimi
    """
)
_EXPLAINED = _words(
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
_IT = _words(
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
_THEMES = _words(
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
_INTERESTS = _words(
    """
    interest interests interested interesting kiinnostaa kiinnostavat intresserar interesserer
    interessieren interessiert interesseren interesseert intéressent intéresse interesan interesa
    huvitab huvitavad
    """
)
_ABOUT_COMING = _words(
    """
    attend attending join joining participate participating come coming register registered
    osallistua osallistut tulet mukaan delta deltar kommer deltage deltager teilnehmen kommen
    deelnemen meedoen participer venir participar asistir osaleda osaled
    """
)
_ASPECTS = _words(
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
    counted = not (_COUNTS | _MORE).isdisjoint(said) or any(map(str.isdigit, said))
    beside = _ASPECTS | _EXPLAINED | _THEMES
    return counted and not IDEA_WORDS.isdisjoint(said) and said.isdisjoint(beside)


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
