"""The words by which columns of ideas are known: whole headers, in ten languages.

English, Finnish, Swedish, Norwegian, Danish, German, Dutch, French, Spanish and Estonian.
"""

from collections.abc import Collection, Mapping

from kdc_desktop.domain.board.idea_fields import IdeaField, SetAside
from kdc_desktop.domain.kit.text import fold


def folded(*lines: str) -> frozenset[str]:
    """The phrases between the bars, folded."""
    return frozenset(fold(phrase) for line in lines for phrase in line.split("|"))


NAMED_IDEAS = folded(
    "idea title|title of the idea|title of your idea|idea name|name of the idea|idea headline",
    "name of your idea|your idea in one sentence|proposal title|title of the proposal",
    "idean nimi|idean otsikko|ideasi nimi|ideasi otsikko|ehdotuksen otsikko|ehdotuksen nimi",
    "idéns namn|idéns rubrik|rubrik för idén|förslagets rubrik|namn på idén|titel på idén",
    "tittel på ideen|navn på ideen|forslagets tittel|idéens titel|titel på ideen|forslagets titel",
    "titel der idee|name der idee|titel des vorschlags|ideentitel|vorschlagstitel",
    "titel van het idee|naam van het idee|titel van het voorstel",
    "titre de l'idée|nom de l'idée|titre de votre idée|titre de la proposition",
    "título de la idea|nombre de la idea|título de la propuesta|título de tu idea",
    "idee pealkiri|idee nimi|ettepaneku pealkiri",
)
"""Of a short name of an idea, beside which its text is what explains it."""

IDEAS = folded(
    "idea|ideas|your idea|your ideas|my idea|our idea|the idea|new idea|idea text|text of the idea",
    "your idea text|proposal|proposals|your proposal|suggestion|suggestions|your suggestion",
    "ideat|ideasi|ideanne|ideani|ideamme|oma idea|idean teksti|idea teksti|ehdotus|ehdotukset",
    "ehdotuksesi|ehdotuksenne|aloite|kehitysidea|kehitysehdotus",
    "idé|idéer|idéerna|din idé|dina idéer|er idé|idétext|förslag|förslaget|ditt förslag",
    "ert förslag",
    "ide|ideer|ideen|din ide|ditt forslag|forslag|dit forslag|jeres idé|deres idé|forslaget",
    "idee|ideen|ihre idee|deine idee|eure idee|ihre ideen|vorschlag|vorschläge|ihr vorschlag",
    "dein vorschlag|verbesserungsvorschlag|ideentext",
    "ideeën|uw idee|jouw idee|je idee|voorstel|voorstellen|uw voorstel|jouw voorstel|suggestie",
    "suggesties|idée|idées|votre idée|vos idées|ton idée|proposition|propositions",
    "votre proposition|tu idea|su idea|tus ideas|propuesta|propuestas|tu propuesta|su propuesta",
    "sugerencia|sugerencias|ideed|sinu idee|teie idee|mõte|mõtted|ettepanek|ettepanekud",
    "sinu ettepanek|teie ettepanek|comment-body|comment body|comment text|sticky note",
    "sticky notes|sticky|post-it|post it|sticky note text|sticky text|note text|tarralapun teksti",
)

TITLES = folded(
    "title|headline|heading|subject|card|card name|card title|task|task name|question",
    "otsikko|nimike|aihe ja otsikko|kortti|kysymys|rubrik|titel|ämnesrad|kort|fråga|tittel",
    "overskrift|spørsmål|spørgsmål|überschrift|betreff|karte|frage|kop|onderwerpregel|kaart|vraag",
    "titre|objet|carte|título|asunto|tarjeta|pregunta|pealkiri|kaart|küsimus",
)

TEXTS = folded(
    "text|texts|comment|comments|note|notes|content|post|message|statement|contribution|answer",
    "response|answers|responses|thought|thoughts|item",
    "teksti|kommentti|kommentit|viesti|vastaus|ajatus|muistilappu|lappu",
    "kommentar|kommentarer|svar|tanke|lapp|inlägg|meddelande|tekst|innlegg|melding|indlæg|besked",
    "kommentare|beitrag|antwort|notiz|zettel|nachricht|inhalt|aussage",
    "opmerking|opmerkingen|antwoord|bericht|notitie|bijdrage|inhoud",
    "texte|commentaire|commentaires|réponse|contribution|contenu|note adhésive",
    "texto|comentario|comentarios|respuesta|nota|aportación|contenido",
    "kommentaar|vastus|märkus|sõnum|sisu",
)

NAMES_ALONE = folded("name|names|nimi|namn|navn|naam|nom|nombre")
"""Of whoever wrote it; beside the first name or the last one, the other of them."""

NAMES = NAMES_ALONE | folded("item name")
"""Of whoever wrote it, unless what stands there is no name: then of the idea itself."""

FIRST_NAMES = folded(
    "first name|given name|given|etunimi|förnamn|fornavn|vorname|voornaam|prénom|eesnimi"
)
BETWEEN_NAMES = folded("tussenvoegsel|tussenvoegsels|voorvoegsel|voorvoegsels|surname prefix")
"""The “van der” of Jan van der Berg."""

LAST_NAMES = folded(
    "last name|surname|family name|family|sukunimi|efternamn|etternavn|nachname|achternaam",
    "nom de famille|apellido|apellidos|perekonnanimi",
)
PARTS_OF_NAMES = FIRST_NAMES | BETWEEN_NAMES | LAST_NAMES

OF_PEOPLE = folded(
    "job title|position|role|department|unit|division|phone|phone number|mobile|address|city",
    "country|ticket|ticket type|event|interests|bio|organisation department",
    "organization department|notes",
    "ammattinimike|tehtävänimike|rooli|osasto|yksikkö|puhelin|puhelinnumero|osoite|kaupunki|maa",
    "befattning|yrkestitel|roll|avdelning|telefon|mobil|adress|ort|land|stilling|rolle|afdeling",
    "adresse|by|funktion|abteilung|telefonnummer|stadt|functie|rol|telefoon|adres|stad|service",
    "fonction|poste|téléphone|ville|pays|cargo|puesto|departamento|teléfono|dirección|ciudad",
    "ametikoht|osakond|telefoninumber|aadress|linn|riik",
)
"""Of lists of people: what stands there is long at times, and never an idea."""

GROUPS = folded("group|group name|ryhmä|grupp|gruppe|groep|groupe|grupo|rühm")
"""Of an idea, or of the sector that somebody is of."""

_WORDS: Mapping[IdeaField, frozenset[str]] = {
    IdeaField.DETAILS: folded(
        "proposal text|text of the proposal|proposal body|idea body|body of the idea|long text",
        "description|details|detail|explanation|body|idea description|your idea in detail",
        "description of the idea|description of your idea|more details",
        "longer description|rationale",
        "reason|reasons|why|why?|justification|background|card description|proposal description",
        "kuvaus|idean kuvaus|ideasi kuvaus|selite|selitys|perustelu|perustelut|lisätiedot",
        "tarkennus|tarkempi kuvaus|ehdotuksen kuvaus|miksi|tausta",
        "beskrivning|förklaring|motivering|detaljer|bakgrund|beskrivning av idén|varför",
        "beskrivelse|forklaring|begrunnelse|begrundelse|bakgrunn|baggrund|hvorfor|uddybning",
        "beschreibung|erklärung|begründung|erläuterung|hintergrund|warum|beschreibung der idee",
        "beschrijving|omschrijving|toelichting|uitleg|motivatie|achtergrond|waarom",
        "explication|détails|justification|pourquoi|contexte|description de l'idée",
        "descripción|explicación|detalles|justificación|por qué|descripción de la idea|cuerpo",
        "kirjeldus|selgitus|põhjendus|lisainfo|miks|taust|idee kirjeldus",
    ),
    IdeaField.AUTHOR: folded(
        "author|authors|author name|name of author|by|written by|submitted by|created by|creator",
        "writer|proposer|proposed by|contributor|participant|participant name|your name|full name",
        "first name|last name|surname|given name|family name|person|person name|display name|from",
        "respondent|respondent name|submitter|suggested by|posted by|first and last name|username",
        "tekijä|kirjoittaja|ehdottaja|laatija|koko nimi|nimesi|etunimi|sukunimi|osallistuja",
        "vastaajan nimi|etu- ja sukunimi|idean esittäjä",
        "författare|skribent|förslagsställare|ditt namn|förnamn|efternamn|deltagare|skapad av",
        "fullständigt namn|för- och efternamn",
        "forfatter|forslagsstiller|ditt navn|dit navn|fornavn|etternavn|efternavn",
        "deltaker|deltager",
        "fullt navn|opprettet av|oprettet af|indsender",
        "autor|autorin|verfasser|verfasserin|ihr name|dein name|vorname|nachname|teilnehmer",
        "teilnehmerin|erstellt von|eingereicht von|vollständiger name|vor- und nachname",
        "auteur|indiener|uw naam|jouw naam|je naam|voornaam|achternaam|deelnemer|volledige naam",
        "gemaakt door|ingediend door|auteure|votre nom|prénom|nom de famille|participant|créé par",
        "nom complet|nom et prénom|proposé par|autora|tu nombre|su nombre|nombre completo",
        "nombre y apellidos|apellido|apellidos|participante|creado por|propuesto por",
        "esitaja|sinu nimi|teie nimi|eesnimi|perekonnanimi|täisnimi|osaleja|koostaja|looja",
    )
    | PARTS_OF_NAMES,
    IdeaField.EMAIL: folded(
        "e-mail|email|mail|email address|e-mail address|author email|your email|your e-mail",
        "sähköposti|sähköpostiosoite|sähköpostisi|e-post|epost|e-postadress|e-postadresse|mejl",
        "mailadresse|e-mailadresse|e-mail-adresse|email-adresse|e-mailadres|adresse e-mail",
        "adresse email|adresse courriel|courriel|adresse électronique|correo|correo electrónico",
        "dirección de correo electrónico|dirección de correo|e-posti aadress|meil|e-post (e-mail)",
    ),
    IdeaField.ORGANISATION: folded(
        "organisation|organization|organisation name|organization name|company|employer",
        "affiliation|institution|organisaatio|yritys|työnantaja|yhteisö|företag|arbetsgivare",
        "organisasjon|firma|virksomhed|arbejdsgiver|arbeidsgiver|unternehmen|einrichtung",
        "arbeitgeber|organisatie|bedrijf|werkgever|entreprise|employeur|organización|organizacion",
        "empresa|institución|organisatsioon|ettevõte|tööandja|asutus",
    ),
    IdeaField.SECTOR: folded(
        "sector|stakeholder group|stakeholder type|which sector are you from|your sector|sektori",
        "sidosryhmä|mitä sektoria edustat|sektor|intressentgrupp|interessentgruppe|secteur",
        "interessengruppe|belanghebbende|belanghebbenden|groupe d'acteurs",
        "grupo de interés|sektorid",
    ),
    IdeaField.CLUSTER: folded(
        "cluster|clusters|theme|themes|topic|topics|category|categories|list|list name|frame",
        "frame name|frame title|section|section name|area|column|group|group name|heading group",
        "ryhmittely|teema|teemat|aihe|aihealue|kategoria|lista|luokka|osio|ryhmä|kehys",
        "tema|teman|ämne|kategori|kategorier|grupp|avsnitt|ram|emne|gruppe|seksjon|liste|afsnit",
        "thema|themen|themenfeld|kategorie|kategorien|rahmen|bereich|spalte|abschnitt",
        "thema's|onderwerp|categorie|groep|lijst|kader|sectie|thème|thèmes|sujet|catégorie|groupe",
        "cadre|rubrique|temas|categoría|grupo|lista|marco|sección|área|teemad|kategooria|rühm",
        "grupp|loend|valdkond|raam",
    ),
    IdeaField.TAGS: folded(
        "tag|tags|label|labels|keyword|keywords|hashtags|tunnisteet|avainsanat|tunniste|asiasanat",
        "tunnisteet|etikett|etiketter|taggar|nyckelord|nøkkelord|stikord|etiketten|schlagwörter",
        "schlagworte|stichwörter|trefwoorden|étiquettes|étiquette|mots-clés|mots clés|etiquetas",
        "palabras clave|sildid|märksõnad|merkelapper|mærkater|emneord",
    ),
    IdeaField.VOTES: folded(
        "votes|vote count|vote|upvotes|downvotes|likes|dislikes|score|supports|supporters|points",
        "endorsements|number of votes|reactions|äänet|ääniä|äänimäärä|tykkäykset|kannatukset",
        "röster|antal röster|gilla|poäng|stemmer|antall stemmer|antal stemmer|stimmen|punkte",
        "anzahl stimmen|bewertung|stemmen|aantal stemmen|punten|votes pour|voix|nombre de votes",
        "votos|número de votos|apoyos|hääled|häälte arv|punktid|agrees|disagrees",
    ),
    IdeaField.MINUTES: folded(
        "minutes|minutes a day|minutes per day|minutes/day|min/day|min per day|minutes saved",
        "minutes given back|minutes given back a day|minutes saved per day|time saved (minutes)",
        "minutes saved a day|minutes back a day|minuutit|minuuttia päivässä|min/pv|minuutteja",
        "säästetyt minuutit|minuter|minuter per dag|minuter om dagen|minutter|minutter per dag",
        "minutter om dagen|minuten|minuten pro tag|minuten am tag|minuten per dag|minutes par jour",
        "minutos|minutos al día|minutos por día|minutid|minutit päevas",
    ),
    IdeaField.LINK: folded(
        "link|url|link to|card url|web link|website|web address|hyperlink|linkki|verkko-osoite",
        "länk|webbadress|lenke|hjemmeside|verweis|webadresse|lien|adresse web|enlace|vínculo|viide",
    ),
    IdeaField.STATUS: folded(
        "status|state|tila|tilanne|stato|zustand|statut|état|estado|olek|staatus|vaihe|toestand",
    ),
}

FLAGS = folded(
    "archived|is archived|closed|deleted|is deleted|trashed|removed|withdrawn|rejected|dismissed",
    "date deleted|deleted at|archived at|hidden|is hidden",
    "arkistoitu|poistettu|suljettu|peruttu|hylätty|piilotettu",
    "arkiverad|borttagen|raderad|avvisad|dold|arkivert|arkiveret|slettet|avvist|afvist|skjult",
    "archiviert|gelöscht|abgelehnt|ausgeblendet|gearchiveerd|verwijderd|afgewezen|verborgen",
    "archivé|archivée|supprimé|supprimée|rejeté|rejetée|masqué|masquée",
    "archivado|archivada|eliminado|borrado|rechazado|rechazada|oculto|oculta",
    "arhiveeritud|kustutatud|tagasi lükatud|peidetud",
)
"""Columns that say it with a yes, a cross or a day."""

_GONE = FLAGS | folded(
    "archive|retired|cancelled|canceled|discarded",
    "trash|spam|duplicate|declined|denied|not approved",
    "vedetty takaisin|tillbakadragen|avslagen|nekad|trukket tilbake|trukket|avslått",
    "zurückgezogen|verworfen|ingetrokken|geweigerd|retirée|retiré|refusé|refusée",
    "retirada|retirado|descartada|descartado|denegada|tagasi võetud",
)
"""What words of a column of states say that an idea is no longer of use."""

NO = folded(
    "|no|false|0|n|ei|nej|nei|nein|nee|non|falsch|falskt|usann|epätosi|faux|falso|onwaar|vale"
)

HOURS = folded(
    "h|hr|hrs|hour|hours|t|tunti|tuntia|tim|timme|timmar|time|timer|std|stunde|stunden|u|uur",
    "heure|heures|hora|horas|tund|tundi",
)
"""Behind a number in a column of minutes."""

NOBODY = folded(
    "anonymous|anonymous user|anonymous participant|guest|unknown|anonyymi|tuntematon|nimetön",
    "anonym|okänd|ukjent|ukendt|unbekannt|gast|anoniem|onbekend|anonyme|inconnu|anónimo|anónima",
    "desconocido|anonüümne|tundmatu|n/a|none|-",
)
"""Who is nobody in particular."""


def is_half_a_name(keys: Collection[str]) -> bool:
    """Whether columns of these whole headers hold first names alone, or last names alone."""
    rest = set(keys) - BETWEEN_NAMES
    return bool(keys) and (rest <= FIRST_NAMES or rest <= LAST_NAMES)


def place_in_a_name(key: str, halves: Collection[str]) -> int:
    """Where what stands under a whole header is said in a name of which these are the parts."""
    if key in NAMES_ALONE:
        return 4 if FIRST_NAMES.intersection(halves) else 0
    return 1 if key in FIRST_NAMES else 2 if key in BETWEEN_NAMES else 3


def set_aside_by(words: str) -> SetAside | None:
    """What the word of a status column says; None where it says nothing of leaving out."""
    return SetAside.ARCHIVED if fold(words) in _GONE else None


def field_called(key: str) -> IdeaField | None:
    """What a column of this whole header holds, beside the idea itself."""
    if key in FLAGS:
        return IdeaField.STATUS
    return next((field for field, words in _WORDS.items() if key in words), None)
