"""The one kind of error that is meant for people."""


class UserError(Exception):
    """Something the facilitator can mend; its text is a sentence that says what to do."""
