"""`python -m desktop` is `homeward`."""

import sys

from desktop.work.child import freeze_support

if __name__ == "__main__":
    freeze_support()
    from desktop.cli import main

    sys.exit(main())
