#!/usr/bin/env python3
"""Collects lists of how common Chinese words are, for the background frequencies of keywords.

    python3 Pipelines/keywords/frequencies.py FOLDER

Downloads the wheels below from PyPI into a temporary folder and reads their data; imports nothing of them, installs
nothing. Writes to FOLDER, each file in one step:

- NAME.tsv per list: word, in how many of a thousand million documents it occurs, and what it mostly is if the
  source says so (NOUN, PROPN, VERB, VN, ADJ, AFFIX, X); sorted by word.
- SOURCES.tsv: list, package, version, licence, number of words.

The words are Simplified or Traditional as the source has them: the program folds both alike.
"""

from __future__ import annotations

import gzip
import json
import math
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path
from typing import Callable, Dict, Iterator, List, NamedTuple, Tuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "segmenter"))
from lexicons import read_messagepack  # noqa: E402

MILLIARD = 1_000_000_000
#: Words of a document that a list of word frequencies is taken to be of.
DOCUMENT_LENGTH = 50

#: By the first letter of jieba's tags.
CLASSES = {"n": "NOUN", "t": "NOUN", "s": "NOUN", "b": "NOUN", "j": "NOUN", "v": "VERB", "a": "ADJ", "z": "ADJ",
           "k": "AFFIX", "h": "AFFIX"}


def jieba_classes(folder: Path) -> Dict[str, str]:
    """What words mostly are, by jieba's dictionary."""
    classes = {}
    for line in (folder / "jieba/dict.txt").read_text("utf-8").splitlines():
        word, _, tag = line.split(" ")
        proper = tag[:2] in {"nr", "ns", "nt", "nz"}
        classes[word] = "PROPN" if proper else "VN" if tag == "vn" else CLASSES.get(tag[0], "X")
    return classes


def jieba(folder: Path) -> Iterator[Tuple[str, float]]:
    """Inverse document frequencies, ln(documents / documents with the word)."""
    for line in (folder / "jieba/analyse/idf.txt").read_text("utf-8").splitlines():
        word, idf = line.split(" ")
        yield word, math.exp(-float(idf))


def jionlp(folder: Path) -> Iterator[Tuple[str, float]]:
    """Counts of words in a collection that the package does not name; a pair on each line."""
    with zipfile.ZipFile(folder / "jionlp/dictionary/word_distribution.zip") as archive:
        counts = [json.loads(line) for line in archive.read("word_distribution.json").splitlines()]
    total = sum(count for _, count in counts)
    for word, count in counts:
        yield word, -math.expm1(-count / total * DOCUMENT_LENGTH)


def wordfreq(folder: Path) -> Iterator[Tuple[str, float]]:
    """A list of lists, the one at index i (after a header) holding the words of frequency 10 ** (-i / 100)."""
    header, *buckets = read_messagepack(
        gzip.decompress((folder / "wordfreq/data/large_zh.msgpack.gz").read_bytes()))
    for index, words in enumerate(buckets):
        for word in words:
            yield word, -math.expm1(-(10 ** (-index / 100)) * DOCUMENT_LENGTH)


class Source(NamedTuple):
    name: str
    requirement: str
    archive: str  # the file that pip downloads
    licence: str  # as the package's metadata have it
    read: Callable[[Path], Iterator[Tuple[str, float]]]


SOURCES: List[Source] = [
    Source("jieba", "jieba==0.42.1", "jieba-*.tar.gz", "MIT", jieba),
    Source("jionlp", "jionlp==1.5.31", "jionlp-*", "Apache-2.0", jionlp),
    Source("wordfreq", "wordfreq==3.1.1", "wordfreq-*.whl", "CC BY-SA 4.0 for the data; credit SUBTLEX", wordfreq),
]


def unpack(source: Source, folder: Path) -> Path:
    """Downloads a package; no code of it runs where it is a wheel."""
    subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", source.requirement],
                   cwd=folder, check=True, stdout=sys.stderr)
    archive, = folder.glob(source.archive)
    target = folder / source.name
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(target)
        return target
    with tarfile.open(archive) as package:
        package.extractall(target, filter="data")
    return next(target.iterdir())


def write(path: Path, lines: List[str]) -> None:
    partial = path.with_name(path.name + ".partial")
    partial.write_text("".join(line + "\n" for line in lines), "utf-8")
    os.replace(partial, path)


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: frequencies.py FOLDER")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["list\tpackage\tversion\tlicence\twords"]
    with tempfile.TemporaryDirectory() as temporary:
        for source in SOURCES:
            unpacked = unpack(source, Path(temporary))
            words: Dict[str, int] = {}
            for word, share in source.read(unpacked):
                word, count = word.strip(), round(min(share, 1) * MILLIARD)
                if word and not word.startswith("#") and "\t" not in word and count > words.get(word, 0):
                    words[word] = count
            classes = jieba_classes(unpacked) if source.name == "jieba" else {}
            write(folder / f"{source.name}.tsv",
                  [f"{word}\t{count}\t{classes.get(word, '')}".rstrip("\t")
                   for word, count in sorted(words.items())])
            package, version = source.requirement.split("==")
            rows.append("\t".join([source.name, package, version, source.licence, str(len(words))]))
            print(f"{source.name}: {len(words)} words", file=sys.stderr)
    write(folder / "SOURCES.tsv", rows)


if __name__ == "__main__":
    main()
