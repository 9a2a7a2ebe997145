"""What hands expect: keys, wheel, caret."""
