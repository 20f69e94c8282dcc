"""The screens, one file each with its sheet beside it: portfolio, review workspace, and the forms over them."""
