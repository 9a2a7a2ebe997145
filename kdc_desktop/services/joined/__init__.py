"""What each noun hands to those below it and to the program; a file for each that is handed.

Who opens one screen loads what that screen is handed, and not what all the others are.
"""
