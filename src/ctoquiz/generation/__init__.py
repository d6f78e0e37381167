"""Facts → questions: one file a kind of fact, and the draw of a quiz."""

from ctoquiz.generation.base import Blueprint
from ctoquiz.generation.catalogue import Catalogue, catalogue

__all__ = ["Blueprint", "Catalogue", "catalogue"]
