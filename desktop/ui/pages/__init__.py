"""The pages of the window: one folder a page, with its widgets and its presenter."""
