"""Plain pictures of pages as Qt's images."""

from PySide6.QtGui import QImage

from desktop.ui.pdf_pages import PagePicture


def to_image(picture: PagePicture) -> QImage:
    """An image with pixels of its own."""
    form = QImage.Format.Format_Grayscale8 if picture.grey else QImage.Format.Format_RGB32
    image = QImage(picture.data, picture.width, picture.height, picture.stride, form)
    return image.copy()
