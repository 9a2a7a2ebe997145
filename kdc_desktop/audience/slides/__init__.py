"""Slides: each paints itself from plain values into a space of 1920 × 1080; a file per slide."""
