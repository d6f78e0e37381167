"""The smallest programs of their kind, to compare with."""
