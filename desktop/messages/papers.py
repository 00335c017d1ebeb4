"""Sentences about papers that leave the office."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "papers.no_address": N_("Write at least one e-mail address, one in each line."),
    "papers.no_printer": N_(
        "No printer is set up on this computer. Nothing was issued. "
        "Save the lists as PDF and print them elsewhere, or set up a printer first."
    ),
    "papers.printer_refused": N_(
        "The printer “{printer}” did not take the pages. The lists stay issued: "
        "check the printer and print again, the version stays the same."
    ),
}
