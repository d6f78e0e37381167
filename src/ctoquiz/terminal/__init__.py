"""Asks and shows at a terminal: arrow keys, plain lines, coloured pages."""
