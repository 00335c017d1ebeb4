"""Data that is shipped with the program: fonts, icons, translations, reference data."""
