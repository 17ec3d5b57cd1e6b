import pytest

from pipeline import cache
from tests.formats.sample import Album


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    def folder(name):
        path = tmp_path / "cache" / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    monkeypatch.setattr(cache, "folder", folder)


@pytest.fixture
def album(tmp_path):
    return Album(tmp_path)
