"""People find themselves on the wall, however many they are."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize

from kdc_desktop.audience.consortia.consortia_slide import ConsortiaSlide
from kdc_desktop.audience.consortia.seating import (
    DENSITIES,
    ConsortiumCard,
    NamedSeat,
    seating_plan,
)
from kdc_desktop.audience.kit import ink
from kdc_desktop.audience.kit.ink import SMALLEST
from kdc_desktop.audience.kit.picture import picture
from kdc_desktop.screens.window.page_turning import PageTurning
from tests.gui.texts_seen import Painted
from tests.rooms.empty_club import EVENING

pytestmark = pytest.mark.usefixtures("qapp")

HEIGHT = 750.0


def tables(people: int, number: int, name: str = "Aino Laine") -> tuple[ConsortiumCard, ...]:
    """So many people at so many tables, every one with another name."""
    seats = [NamedSeat(f"{name} {at}", "CPATR"[at % 5], "Harbour Mobility") for at in range(people)]
    return tuple(
        ConsortiumCard(chr(65 + at), "Yard bikes", tuple(seats[at::number]), ("a resident",))
        for at in range(number)
    )


@pytest.mark.parametrize(
    "name", ["Ib Bo", "Aino Laine", "Maximiliane von Hohenstein-Bürgermeister"]
)
@pytest.mark.parametrize(("people", "number"), [(12, 1), (12, 3), (60, 8), (60, 12), (300, 10)])
def test_everybody_is_on_the_wall_once_in_the_column_of_their_table(
    people: int, number: int, name: str
) -> None:
    cards = tables(people, number, name)
    plan = seating_plan(cards, HEIGHT)
    columns = [column for page in plan.pages for column in page]
    for card in cards:
        parts = [column for column in columns if column.card == card]
        assert tuple(seat for part in parts for seat in part.seats) == card.seats
        assert [part.begins for part in parts] == [True] + [False] * (len(parts) - 1)
        assert [part.ends for part in parts] == [False] * (len(parts) - 1) + [True]
    density = plan.density
    room = (HEIGHT - 20 * (density.floors - 1)) / density.floors - plan.head - density.foot
    width = density.width(density.columns)
    for column in columns:
        assert sum(density.heights(column.seats, width)) <= room


@pytest.mark.parametrize(("people", "number"), [(45, 5), (45, 7), (100, 9), (300, 10)])
def test_a_table_is_on_one_page_where_it_fits_there(people: int, number: int) -> None:
    plan = seating_plan(tables(people, number), HEIGHT)
    per_page = plan.density.columns * plan.density.floors
    for card in tables(people, number):
        on = [sum(column.card == card for column in page) for page in plan.pages]
        assert len([parts for parts in on if parts]) == 1 or sum(on) > per_page


@pytest.mark.parametrize(("people", "number"), [(12, 3), (45, 5), (45, 8), (40, 12)])
def test_everybody_else_stays_in_place_while_one_person_moves(people: int, number: int) -> None:
    before = ConsortiaSlide(headline="Find your table", cards=tables(people, number))
    was = before._plan()
    for giver, taker in ((0, number - 1), (number - 1, 0), (1, 0), (0, 1), (2, 1)):
        cards = list(before.cards)
        *stay, moved = cards[giver].seats
        cards[giver] = replace(cards[giver], seats=tuple(stay))
        cards[taker] = replace(cards[taker], seats=(*cards[taker].seats, moved))
        before = replace(before, cards=tuple(cards), density=None).after(before)
        now = before._plan()
        assert (now.density, now.columns, now.head) == (was.density, was.columns, was.head)
        assert list(map(len, now.pages)) == list(map(len, was.pages))


@pytest.mark.parametrize(("people", "number"), [(23, 2), (45, 4), (45, 8), (60, 9), (112, 8)])
def test_the_same_people_are_written_the_same_after_a_move_and_its_undo(
    people: int, number: int
) -> None:
    first = now = ConsortiaSlide(headline="Find your table", cards=tables(people, number))
    for moved in range(1, 7):
        cards = list(first.cards)
        cards[0] = replace(cards[0], seats=cards[0].seats[:-moved])
        cards[1] = replace(cards[1], seats=cards[1].seats + first.cards[0].seats[-moved:])
        there = ConsortiaSlide(headline="Find your table", cards=tuple(cards)).after(now)
        now = ConsortiaSlide(headline="Find your table", cards=first.cards).after(there)
        assert now._plan() == first._plan()


@pytest.mark.parametrize(
    ("before", "now"),
    [((112, 8), (6, 2)), ((112, 8), (24, 8)), ((72, 6), (20, 4)), ((12, 3), (300, 10))],
)
def test_nobody_is_written_smaller_than_there_is_room_for(
    before: tuple[int, int], now: tuple[int, int]
) -> None:
    was, fresh = (
        ConsortiaSlide(headline="Find your table", cards=tables(*how)) for how in (before, now)
    )
    assert fresh.after(was)._plan() == fresh._plan()


@pytest.mark.parametrize(("people", "number"), [(12, 3), (45, 8), (60, 12)])
def test_a_title_is_read_to_its_end(
    people: int, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = "Neighbourhood tool library in the old depot"
    cards = tuple(replace(card, name=title) for card in tables(people, number))
    painted = Painted(monkeypatch)
    slide = ConsortiaSlide(headline="Find your table", cards=cards)
    for page in range(slide.pages):
        picture(slide.on_page(page), QSize(1920, 1080))
    assert " ".join(painted.texts).count(title) == number


def test_those_of_one_name_find_themselves_by_their_organisation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    *others, last = tables(60, 12)
    seat = NamedSeat("Aino Müller", "R", "Metropolia", alike=True)
    painted = Painted(monkeypatch)
    slide = ConsortiaSlide(headline="Tables", cards=(*others, replace(last, seats=(seat,))))
    for page in range(slide.pages):
        picture(slide.on_page(page), QSize(1920, 1080))
    assert slide._plan().density.organisation == 0
    assert painted.texts.count("Metropolia") == 1


@pytest.mark.parametrize(("people", "number"), [(53, 4), (45, 5), (45, 4)])
def test_an_evening_of_few_tables_is_on_one_page(people: int, number: int) -> None:
    assert len(seating_plan(tables(people, number), HEIGHT).pages) == 1


def test_few_people_are_written_larger_than_many() -> None:
    sizes = [
        seating_plan(tables(*how_many), HEIGHT).density.name
        for how_many in ((12, 3), (30, 4), (300, 10))
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]
    assert min(density.name for density in DENSITIES) >= SMALLEST


def test_every_page_shows_others() -> None:
    slide = ConsortiaSlide(headline="Find your table", cards=tables(300, 10))
    size = QSize(1280, 720)
    pages = [picture(slide.on_page(page), size).toImage() for page in range(slide.pages)]
    assert slide.pages > 1
    assert all(one != other for at, one in enumerate(pages) for other in pages[at + 1 :])


def test_the_pages_come_round_by_themselves_and_stay_where_somebody_turned_them() -> None:
    slide, pages = ConsortiaSlide(headline="Tables", cards=tables(300, 10)), PageTurning()
    later = [EVENING + timedelta(seconds=second) for second in (0, 11, 12, 23, 24)]
    assert [pages.turned(slide, now, motion=True).page for now in later] == [0, 0, 1, 1, 2]
    pages.turn_to(slide.pages - 1)
    assert pages.turned(slide, later[-1], motion=True).page == slide.pages - 1
    assert pages.turned(slide, later[-1] + timedelta(seconds=12), motion=True).page == 0
    assert pages.turned(slide, later[-1] + timedelta(days=1), motion=False).page == 0


def test_a_reader_hears_who_sits_where() -> None:
    seats = (NamedSeat("Aino Laine", "R"), NamedSeat("Björn Kallio", "C", "North Insurance"))
    slide = ConsortiaSlide(
        headline="Find your table", cards=(ConsortiumCard("A", "Yard bikes", seats),)
    )
    assert slide.description == (
        "Find your table. Yard bikes: Aino Laine; Björn Kallio North Insurance. "
        "A has everyone it needs"
    )


def test_names_are_measured_about_once_until_the_plan_is_found() -> None:
    ink.text_width.cache_clear()  # type: ignore[attr-defined]
    seating_plan(tables(300, 10, "Kerttu Harju"), HEIGHT)
    assert 300 <= ink.text_width.cache_info().misses < 400  # type: ignore[attr-defined]
