"""Brings in what a club did before it had a club file: sessions, who was there, projects."""
