"""Files that others sent: spreadsheets and text tables, read behind limits."""
