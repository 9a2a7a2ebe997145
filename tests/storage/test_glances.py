"""A glance reads what is there now, and of a faulty file the stand-ins."""

from kdc_desktop.storage import open_database
from kdc_desktop.storage.shades import Shades

SHADE = 'CREATE TEMP VIEW "setting" AS SELECT 1 AS shaded'


def test_faults_that_are_found_during_a_glance_are_covered_in_the_next(path):
    database = open_database(path)
    glances = database.file.handles.glances
    with glances.glance():
        glances.see_through(Shades((SHADE,), 1, "a setting"))
    with glances.glance() as connection:
        assert connection.execute("SELECT * FROM setting").fetchone() == (1,)
    database.close()
