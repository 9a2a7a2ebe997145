"""What is asked of the database, to see that it does not grow with what lies in it."""

from collections.abc import Callable

from sqlalchemy import Engine, event


def queries_of(question: Callable[[], object]) -> list[str]:
    """The SELECT statements, in order, that a question sends to any database."""
    asked: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if statement.startswith("SELECT"):
            asked.append(statement)

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        question()
    finally:
        event.remove(Engine, "before_cursor_execute", listen)
    return asked
