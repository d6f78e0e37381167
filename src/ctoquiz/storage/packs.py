"""Packs on disk: found by name or by path, read, checked, and given a digest."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from ctoquiz.domain.pack import Pack
from ctoquiz.errors import N_, BadInput, InputNotFound, WrongUsage
from ctoquiz.storage.packfile import ASSESSMENT, MANIFEST, PackFile

DEFAULT = "cto"


def home() -> Path:
    """The folder of the packs that ship with the tool: in the installed package, else in the source tree."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "questions"
    return installed if installed.is_dir() else package.parent.parent / "questions"


def shipped() -> list[str]:
    """The names of the packs that ship with the tool."""
    return sorted(path.parent.name for path in home().glob(f"*/{MANIFEST}"))


def locate_pack(name_or_path: str) -> Path:
    """The folder of a pack. Raises WrongUsage (2) for a name that no pack has, InputNotFound (66) for a path."""
    if name_or_path in shipped():
        return home() / name_or_path
    path = Path(name_or_path)
    # A pipe or a device of that name is refused when it is read.
    if _is_there(path / MANIFEST):
        return path
    if path.name == MANIFEST and _is_there(path):
        return path.parent
    if path.is_dir():
        raise InputNotFound(N_("The folder “{path}” holds no pack.yaml; name the folder of a pack."), path=name_or_path)
    if len(path.parts) > 1 or path.suffix:
        raise InputNotFound(N_("There is no pack at “{path}”; check the path."), path=name_or_path)
    raise _unknown_name(name_or_path)


def _is_there(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a name that no file can have
        return False


def _unknown_name(name: str) -> WrongUsage:
    from ctoquiz.domain.nearest import nearest

    near = nearest(name, shipped())
    if near is None:
        return WrongUsage(
            N_("No pack is called “{name}”; choose among: {known}, or give the path of a folder."),
            name=name,
            known=", ".join(shipped()),
        )
    return WrongUsage(N_("No pack is called “{name}”; did you mean “{near}”?"), name=name, near=near)


def load_pack(name_or_path: str = DEFAULT, *, every_question: bool = False) -> Pack:
    """Read a pack and check it. Raises BadInput (65) with every problem that was found, each with its place.

    With `every_question`, each question that it can ask is built too: else only those written by hand are, and one of
    the others that can't be asked is told when a quiz is drawn.
    """
    folder = locate_pack(name_or_path)
    files, extra = _files(folder), _assessment(folder)
    from ctoquiz.storage import packcache
    from ctoquiz.storage.folders import cache_folder

    digest = _digest(folder, files if extra is None else [*files, extra])
    kept = cache_folder(os.environ)
    known = packcache.load(digest, kept)
    if known is not None and not (every_question and _fails(known)):
        return known
    from ctoquiz.storage.packreader import read_pack

    pack = read_pack(files, digest, extra, every_question=every_question)
    packcache.save(pack, kept)
    return pack


def _fails(pack: Pack) -> bool:
    """Whether there is a question that can't be built."""
    from ctoquiz.generation.catalogue import catalogue

    try:
        whole = catalogue(pack)
        for blueprint in whole.blueprints:
            whole.neutral(blueprint)
    except BadInput:
        return True
    return False


def files_of(name_or_path: str) -> list[PackFile]:
    """All files of a pack: the manifest, the files of facts, the self-assessment if there is one."""
    folder = locate_pack(name_or_path)
    files, extra = _files(folder), _assessment(folder)
    return files if extra is None else [*files, extra]


def _files(folder: Path) -> list[PackFile]:
    """The manifest, then the files of facts in the order of their names."""
    from ctoquiz.storage.yamlfile import read_yaml_file

    paths = [folder / MANIFEST, *sorted((folder / "facts").glob("*.yaml"), key=lambda path: path.name)]
    return [PackFile(str(path), read_yaml_file(path, folder)) for path in paths]


def _assessment(folder: Path) -> PackFile | None:
    """The file of the self-assessment, None where the pack has none."""
    from ctoquiz.storage.yamlfile import read_yaml_file

    path = folder / ASSESSMENT
    return PackFile(str(path), read_yaml_file(path, folder)) if os.path.lexists(path) else None


def _digest(folder: Path, files: list[PackFile]) -> str:
    """SHA-256 over the names and the contents of the files, line ends as on Unix: the same on every system."""
    total = sha256()
    for file in files:
        data = file.data.replace(b"\r\n", b"\n")
        name = Path(file.name).relative_to(folder).as_posix().encode()
        total.update(b"%d:%d:" % (len(name), len(data)) + name + data)
    return total.hexdigest()
