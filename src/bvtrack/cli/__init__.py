"""The headless face: one file per command, one writer to stdout, one to stderr with the exit codes."""
