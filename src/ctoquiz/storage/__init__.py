"""Packs, sessions and results on disk; the only reader of files that strangers wrote."""
