"""Papers as PDF: a small table layout of our own on ReportLab's canvas.

Millimetres from the left and the top of the sheet, points of type. A paper is laid out
completely before a page of it is drawn, because every page says how many there are.
"""
