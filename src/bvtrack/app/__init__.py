"""What a user can do, one file per verb. The command line and the terminal UI call these, and nothing below them."""
