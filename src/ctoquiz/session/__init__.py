"""The loop of a quiz, given its asker, its journal and its clock."""
