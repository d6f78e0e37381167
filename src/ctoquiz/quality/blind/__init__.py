"""The blind solver: a player who knows no fact and tries every surface cue, and whether any of them pays."""
