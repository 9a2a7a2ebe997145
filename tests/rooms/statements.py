"""What is asked of the database, to see that it does not grow with what lies in it."""

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection, Engine, event

from kdc_desktop.storage.fast import Quick


def queries_of(question: Callable[[], object]) -> list[str]:
    """The SELECT statements, in order, that a question sends to any database."""
    asked: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("SELECT"):
            asked.append(statement)

    def run(connection: Connection, compiled: Any, parameters: Any) -> Any:
        listen(connection, None, compiled.words)
        return quickly(connection, compiled, parameters)

    quickly = Quick._run
    event.listen(Engine, "before_cursor_execute", listen)
    try:
        with patch.object(Quick, "_run", staticmethod(run)):
            question()
    finally:
        event.remove(Engine, "before_cursor_execute", listen)
    return asked
