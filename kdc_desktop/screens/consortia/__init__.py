"""Consortia: who works with whom, suggested, moved and confirmed."""
