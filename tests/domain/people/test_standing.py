"""Who is not coming is heard in ten languages."""

import pytest

from kdc_desktop.domain.people.standing import Standing, standing_said

NOT_COMING = """
    Cancelled; canceled; declined; void; refunded; Withdrawn; deleted; Not Attending; No;
    Perunut; Peruttu; Ei osallistu; Ei; Avbokad; Deltar inte; Nej; Avmeldt; Afmeldt; Nei;
    Abgesagt; Storniert; Nein; Afgemeld; Geannuleerd; Nee; Annulé; Absent; Non; Cancelado; No
    asistirá; Tühistatud; Ei osale; No, I am away; No (ill);
    Peruutti; Peruttu 2.11.; Valitettavasti en; En pääse tällä kertaa; Ei pääse tulemaan;
    Nej tyvärr;
    Tyvärr inte; Leider nein; Nein leider; Non désolé; Je ne pourrai pas venir; Sadly no; No thanks;
    Kahjuks ei; Sairastunut; cancelled 2.11.; Nimmt leider nicht teil; Kommer tyvärr inte;
    Confirmed then cancelled; Registered, cannot come; Yes - but cannot come; Vahvistettu, peruttu;
    Anmäld, sedan avbokad; ❌
"""
UNSURE = """
    Waitlisted; waitlist; Waiting list; Pending; maybe; No-show; registered and approved, did
    not attend; Varasijalla; Jonossa; Ehkä; Väntelista; Venteliste; Warteliste; Vielleicht;
    Wachtlijst; En attente; Peut-être; Lista de espera; Pendiente; Ootenimekirjas;
    pending_approval; Jonossa sija 3; Waitlisted (3); Tulen ehkä; Not yet known; No idea;
    Registered (waiting list); Yes, cancelled the dinner
"""
COMING = """
    Attending; Coming; Yes; approved; Registered; Osallistuu; Kyllä; Vahvistettu; Kommer; Ja;
    Bekräftad; Påmeldt; Tilmeldt; Angemeldet; Aangemeld; Inscrit; Oui; Confirmado; Sí; Osaleb;
    Jah; Yes, with a friend; x; ✓; Etänä; Yes!;
    Yes, no allergies; Ja, aber nicht vegan; Confirmed (paid)
"""


@pytest.mark.parametrize(
    ("words", "standing"),
    [
        (" ".join(word.split()), standing)
        for text, standing in (
            (NOT_COMING, Standing.NOT_COMING),
            (UNSURE, Standing.UNSURE),
            (COMING, Standing.COMING),
        )
        for word in text.split(";")
    ],
)
def test_a_word_says_who_comes(words: str, standing: Standing):
    assert standing_said(words) is standing


@pytest.mark.parametrize("words", ["", "paid", "completed", "VIP", "Vegan", "12", "Notary"])
def test_a_word_that_says_nothing_of_it_is_no_standing(words: str):
    assert standing_said(words) is None
