"""`python -m desktop` is `homeward`."""

import sys

from desktop.cli import main

if __name__ == "__main__":
    if sys.argv[1:]:
        # A child of the program is told so by an argument; a window is to be seen at once.
        from desktop.work.child import freeze_support

        freeze_support()
    sys.exit(main())
