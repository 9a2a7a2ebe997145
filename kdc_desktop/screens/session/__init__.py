"""The session's agenda, and the stages in which somebody speaks."""
