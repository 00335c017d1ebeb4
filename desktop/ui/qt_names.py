"""The namespace `Qt`: its many enumerations take longer to make than any module of ours."""

from PySide6.QtCore import Qt

__all__ = ["Qt"]
