"""Before people come in it is said who counts where nobody said so, and who shares a name."""

from kdc_desktop.services.people import organisations, people
from kdc_desktop.services.people.importing import import_people
from tests.rooms.empty_club import roster
from tests.rooms.known_people import previewed


def test_who_has_no_organisation_is_not_made_a_resident_without_a_word(database, tmp_path):
    sheet = roster(
        tmp_path,
        "Name,Organisation,Sector",
        "Aino,City of Turku,",
        "Eino,,",
        "Leo,,",
        "Ida,,Resident",
    )
    (said,) = previewed(database, sheet).notes
    assert said.startswith("2 new people have no organisation and count as residents.")
    import_people(database, previewed(database, sheet))
    assert previewed(database, sheet).notes == ()


def test_names_that_several_people_have_are_told_in_the_sheet_and_in_the_club(database, tmp_path):
    helen = organisations.add_organisation(database, "City of Turku", "P")
    people.add_person(database, "Eino Ek", organisation_id=helen)
    sheet = roster(
        tmp_path,
        "Name,Organisation,Sector",
        "Aino Müller,City of Turku,P",
        "Aino Müller,City of Espoo,P",
        "Eino Ek,City of Espoo,P",
        "Leo Ek,City of Espoo,P",
    )
    (said,) = previewed(database, sheet).notes
    assert said.startswith("2 names belong to more than one person (Aino Müller, Eino Ek).")


def test_of_many_new_organisations_the_first_are_named_and_the_others_counted(database, tmp_path):
    rows = [f"Aino {at},Zeta {at}," for at in range(7)]
    (said,) = previewed(database, roster(tmp_path, "Name,Organisation,Sector", *rows)).notes
    named = "Zeta 0, Zeta 1, Zeta 2, Zeta 3, Zeta 4 and 2 more"
    assert said.startswith(f"The sector of 7 new organisations is not known ({named}).")
