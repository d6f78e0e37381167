"""Answers without a person at a terminal: a file of answers, or another program over JSON Lines."""
