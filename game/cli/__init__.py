"""The command line: what is asked for, the commands that need no window, the first set-up."""
