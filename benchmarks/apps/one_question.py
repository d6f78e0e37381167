"""The smallest Typer app that asks one questionary question."""

from __future__ import annotations

import questionary
import typer

app = typer.Typer()


@app.command()
def ask() -> None:
    """Ask which."""
    print(questionary.select("Which one?", choices=["alpha", "beta", "gamma"]).unsafe_ask())


if __name__ == "__main__":
    app()
