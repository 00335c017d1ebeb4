"""Settings: the office and its papers, the officer, the screen, mail and data."""
