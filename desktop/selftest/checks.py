"""The checks of the self-test, in their order."""

CHECKS: tuple[tuple[str, str], ...] = (
    ("versions", "desktop.selftest.installed:versions"),
    ("policies", "desktop.selftest.installed:policies"),
    ("files", "desktop.selftest.installed:files"),
    ("time_zones", "desktop.selftest.installed:time_zones"),
    ("translations", "desktop.selftest.installed:translations"),
    ("font_files", "desktop.selftest.installed:font_files"),
    ("database", "desktop.selftest.register:database"),
    ("migration", "desktop.selftest.register:migration"),
    ("encryption", "desktop.selftest.register:encryption"),
    ("postgresql", "desktop.selftest.register:postgresql"),
    ("list", "desktop.selftest.papers:read_sample"),
    ("manifest", "desktop.selftest.papers:manifest"),
    ("workbook", "desktop.selftest.papers:workbook"),
    ("mail", "desktop.selftest.papers:mail"),
    ("fonts", "desktop.selftest.screen.parts:fonts"),
    ("qt_words", "desktop.selftest.screen.parts:qt_words"),
    ("printing", "desktop.selftest.screen.parts:printing"),
    ("window", "desktop.selftest.screen.window:window"),
)
"""Name in the result, and where the check is: a function of a `Bench` that answers what it found
in a few words, or raises."""
