"""What each command does once it is understood; `cli` understands it.

Each takes what was given and returns the exit status; what a person can mend is a `UserError`.
"""
