"""Words over columns in which people say what they have to give and what they look for.

A line for each language where it helps, as in `header_words`. A bare “needs” says so only beside
offers: alone it may be what somebody cannot eat, or how they come in, which is nobody's business.
"""

from collections.abc import Mapping

from kdc_desktop.domain.people.fields import PersonField

WHOLE: Mapping[PersonField, str] = {
    PersonField.OFFERS: """
        i offer, we offer, i can offer, we can offer, can offer, what i offer, what i can offer,
        what can you offer, can you offer, what do you offer, do you offer, offering, offers to
        others, i have to offer, what do you have to offer, do you have to offer,
        i can help with, can help with, i bring, i can bring, i can give, can give,
        tarjoan, tarjoamme, voin tarjota, voimme tarjota, mitä tarjoan, mitä voin tarjota, mitä voit
        tarjota, voit tarjota, mitä tarjoat, tarjottavaa, mitä tarjottavaa sinulla on, annettavaa,
        voin auttaa, voin antaa,
        erbjuder, jag erbjuder, vi erbjuder, kan erbjuda, jag kan erbjuda, vi kan erbjuda, vad kan
        du erbjuda, kan du erbjuda, vad erbjuder du, erbjuder du, jag kan hjälpa till med,
        tilbyr, jeg tilbyr, jeg kan tilby, hva kan du tilby, kan du tilby, tilbyder, jeg tilbyder,
        jeg kan tilbyde, hvad kan du tilbyde, kan du tilbyde,
        ich biete, wir bieten, biete, ich kann anbieten, was bieten sie, bieten sie, was bietest du,
        bietest du, was kannst du anbieten, kannst du anbieten,
        ik bied, ik bied aan, wij bieden, ik kan bieden, wat kun je bieden, kun je bieden, wat bied
        je aan, bied je aan,
        j'offre, je propose, nous proposons, je peux offrir, je peux proposer, que pouvez vous
        offrir, que pouvez vous proposer,
        ofrezco, ofrecemos, puedo ofrecer, podemos ofrecer, qué puedes ofrecer, qué ofreces,
        pakun, pakume, saan pakkuda, mida saad pakkuda, saad pakkuda
    """,
    PersonField.NEEDS: """
        looking for, i am looking for, i'm looking for, we are looking for, what are you looking
        for, are you looking for, who are you looking for, what i look for, i look for, seeking, i
        seek,
        etsin, etsimme, mitä etsin, mitä etsit, ketä etsit, etsit,
        söker, jag söker, vi söker, vad söker du, söker du, letar efter, jag letar efter,
        ser etter, jeg ser etter, søker etter, jeg søker, leder efter, jeg leder efter, jeg søger,
        suche, ich suche, wir suchen, was suchen sie, suchen sie, was suchst du, suchst du, gesucht,
        ik zoek, wij zoeken, wat zoek je, zoek je, wat zoekt u, zoekt u, op zoek naar,
        je cherche, nous cherchons, que cherchez vous, je recherche, nous recherchons,
        busco, buscamos, qué buscas, qué busca,
        otsin, otsime, mida otsid, otsid
    """,
}
"""Headers that say it by themselves."""
SIDES: Mapping[PersonField, str] = {
    PersonField.OFFERS: """
        offer, offers, our offer, tarjous, tarjoukset, erbjudande, erbjudanden, tilbud, angebot,
        angebote, aanbod, offre, offres, oferta, ofertas, pakkumine, pakkumised
    """,
    PersonField.NEEDS: """
        need, needs, i need, we need, what i need, do you need, what do you need, needed,
        tarvitsen, tarvitsemme, mitä tarvitset, mitä tarvitsen, tarve, tarpeet, tarpeeni,
        behöver, jag behöver, vi behöver, behöver du, vad behöver du, behov,
        trenger, jeg trenger, trenger du, har brug for, jeg har brug for,
        brauche, ich brauche, wir brauchen, brauchen sie, brauchst du, bedarf,
        ik heb nodig, wij hebben nodig, heb je nodig, behoefte, behoeften,
        besoin, besoins, j'ai besoin de, de quoi avez vous besoin,
        necesito, necesitamos, necesidad, necesidades, vajan, vajame, vajadus, vajadused
    """,
}
"""Headers that say it where the other of both stands beside them."""

OFFER = """
offer tarjota tarjoat tarjoatte tarjottavaa erbjuda erbjuder tilby tilbyr tilbyde tilbyder anbieten
bieten bietest bied bieden aanbieden offrir proposer proposez ofrecer ofreces pakkuda
"""
SEEK = """
etsit etsitte etsin letar suchst suchen sucht zoekt zoek zoeken cherchez cherches buscas busca otsid
otsite
"""
FROM_YOU = """
you i we sina te voit voitte voin sinulla du ni jag vi sie ihr ich wir je u ik wij vous nous tu
puedes puede saad saate mita ketka keta mida que
"""
"""Words of questions: of what somebody gives, of what they look for, and that they are asked."""
