"""The program tries its own parts where it is installed, and writes down what came of it.

Every check stands in the list of `checks.py`; its module is loaded when its turn comes, so that
a part that is missing fails its own check and no other.
"""

from desktop.selftest.runner import run

__all__ = ["run"]
