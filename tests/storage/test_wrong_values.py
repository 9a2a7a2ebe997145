"""Whatever value a file holds that the model does not allow, the check names it."""

import re
import sqlite3
from collections import defaultdict
from contextlib import closing
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Table

from kdc_desktop import paths
from kdc_desktop.model import Base
from kdc_desktop.services.joined.checks import FILE_CHECKS
from kdc_desktop.storage import faults, open_database, shades
from kdc_desktop.storage.checking import check_database, values_told
from kdc_desktop.storage.labels import decoded
from kdc_desktop.storage.value_functions import teach
from tests.storage.full_file import fill
from tests.storage.places import EVENING
from tests.storage.wrong_values import columns, let_all_be_empty, put_wrong, wrong_for

CLUBS = sorted((Path(__file__).parents[1] / "data/clubs").glob("*.kdc"))


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """A file with a row in every table, in memory, which takes NULL everywhere."""
    path = tmp_path_factory.mktemp("full") / "club.kdc"
    database = open_database(path, lambda: EVENING)
    fill(database)
    database.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE setting SET value = '1'")
        let_all_be_empty(connection)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        teach(connection)
        connection.text_factory = decoded
        yield connection


def test_every_wrong_value_of_every_column_is_named_with_its_table_and_column(full):
    """One in each column at a time, for the check reads them all; alone what is not named then."""
    assert list(values_told(full)) == []
    tried, missed = 0, list[object]()
    for at_once in zip_longest(*wrong_of_each_column().values()):
        put, left = not_named(full, [one for one in at_once if one], _names_exactly)
        tried += put
        for one in left:
            alone, unnamed = not_named(full, [one], _names)
            tried += alone
            missed += unnamed if alone else ()
    assert missed == []
    assert tried > 900


def wrong_of_each_column():
    """All wrong values as triples of table, column and SQL, by column; the links of a table, its
    keys, and all of the journal are one, because they may be told by each other."""
    of_each: dict[tuple[str, str], list[tuple[Table, Column[Any], str]]] = defaultdict(list)
    for table, column in columns():
        joined = column.foreign_keys or column.primary_key or table.name.startswith("journal")
        key = table.name, "" if joined else column.name
        of_each[key] += [(table, column, said) for said in wrong_for(column)]
    return of_each


def not_named(full, wrong, names):
    """How many of these a file takes and the check names, and all others."""
    full.execute("BEGIN")
    put = [one for one in wrong if put_wrong(full, one[0].name, one[1].name, one[2])]
    told = []
    if put:
        told = list(values_told(full))
        read_through_views(full)
    full.execute("ROLLBACK")
    named = [one for one in put if any(names(each, *one[:2]) for each in told)]
    return len(put), [one for one in wrong if one not in named]


def read_through_views(connection):
    """Who only reads meets nothing that is no text, and no function that stumbles."""
    views = list(shades.views_over(connection))
    for view in views:
        connection.execute(view)
    connection.text_factory = str
    for table in Base.metadata.sorted_tables:
        if any(f'VIEW "{table.name}"' in view for view in views):
            assert connection.execute(f'SELECT * FROM "{table.name}"').fetchall() is not None
    connection.text_factory = decoded


def _names(sentence, table, column):
    """Links are told by what they miss, and the journal by its lines."""
    if table.name.startswith("journal") and "of the journal" in sentence:
        return True
    return table.name in sentence and (column.name in sentence or "does not exist" in sentence)


def _names_exactly(sentence, table, column):
    """Among much that is wrong, nothing is taken for another of a like name."""
    if column.foreign_keys or column.primary_key or table.name.startswith("journal"):
        return _names(sentence, table, column)
    return {table.name, column.name} <= set(re.findall(r"\w+", sentence))


def test_rows_that_belong_to_each_other_in_a_circle_are_named(full):
    full.execute("BEGIN")
    full.execute("UPDATE idea SET parent_id = id")
    told = list(values_told(full))
    full.execute("ROLLBACK")
    assert told == ["Row 1 of idea belongs to itself through parent_id."]


@pytest.mark.parametrize("path", CLUBS, ids=lambda path: path.name)
def test_club_files_of_every_version_are_in_order(path):
    assert check_database(path, FILE_CHECKS) == []


def test_the_sample_is_in_order():
    assert check_database(paths.resource("sample/sample-club.kdc"), FILE_CHECKS) == []


def test_a_text_of_forty_megabytes_is_named_by_its_beginning(path):
    database = open_database(path, lambda: EVENING)
    fill(database)
    database.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE setting SET value = '1'")
        connection.execute("UPDATE session SET title = hex(zeroblob(20000000))")
    (sentence,) = check_database(path)
    assert sentence.startswith("Row 1 of session: title is no text of at most 200 characters")
    assert len(sentence) < 200


def test_of_many_that_are_wrong_the_first_are_named_and_the_rest_are_counted(path):
    database = open_database(path, lambda: EVENING)
    fill(database)
    database.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE setting SET value = '1'")
        connection.executemany(
            "INSERT INTO passage VALUES (?, 1, 'garbage', 1)",
            [(number,) for number in range(2, 90)],
        )
    told = check_database(path)
    assert len(told) == faults.TOLD + 1
    assert told[-1] == "68 more rows of passage are like that in at."
