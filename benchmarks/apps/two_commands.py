"""The smallest Typer app of two commands."""

from __future__ import annotations

import typer

app = typer.Typer()


@app.command()
def hello() -> None:
    """Greet."""
    print("hello")


@app.command()
def bye() -> None:
    """Part."""
    print("bye")


if __name__ == "__main__":
    app()
