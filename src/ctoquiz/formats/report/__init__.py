"""One self-contained page of a result, in HTML: without network or script, for a screen or for paper."""
