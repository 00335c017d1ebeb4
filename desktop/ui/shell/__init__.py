"""The window around the pages: rail, top bar, search, status bar."""
