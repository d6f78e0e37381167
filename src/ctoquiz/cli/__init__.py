"""The commands, and the one door through which every error leaves."""
