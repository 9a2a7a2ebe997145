"""Interests: who would join the work on which winner."""
