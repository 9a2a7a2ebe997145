"""What a plain user may do with files, also when the tests run as root."""

import os
from contextlib import contextmanager

import pytest

posix = pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX knows them")
NOBODY = 65534


@contextmanager
def as_plain_user():
    """Without root's right to write anything, when the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
