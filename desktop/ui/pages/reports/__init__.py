"""Reports: lists and workbooks as they will be on paper, and what leaves the office."""
