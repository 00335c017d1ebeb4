"""`python -m desktop` is `homeward`."""

import sys

from desktop.cli import main
from desktop.work import freeze_support

if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
