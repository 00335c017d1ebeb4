"""The elements that pages are made of. They take translated strings and ask the theme for
colours; each module holds one kind of element."""
