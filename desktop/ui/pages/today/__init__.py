"""Today: what needs the officer now, and how far everybody is."""
