"""The panes of a review, one file each with its sheet beside it; `tui.tabs` says which there are."""
