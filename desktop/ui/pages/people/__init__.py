"""People: the list, the details of one person, and the page on which one is added or edited."""
