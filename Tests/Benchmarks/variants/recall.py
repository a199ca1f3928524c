"""Swaps variants into clean texts and tells which hits of a codebook are lost, or new.

    python recall.py LUNHENG CODEBOOK.yaml DOCUMENTS.ndjson [--megabytes N]

Every swap puts one character in place of one, so that a hit keeps its offsets: recall is the share of the
clean text's hits that are found at the same place with the same term, and a hit whose offsets do not lead
back to its characters counts as lost. Needs PyICU.
"""

import argparse
import json
import random
import subprocess
import unicodedata

import icu

REGIONAL = (
    "裏裡 臺台 衞衛 着著 綫線 羣群 峯峰 牀床 麪麵 説說 稅税 脫脱 銳鋭 閱閲 溫温 內内 戶户 獎奬 啟啓 癡痴 "
    "喫吃 脣唇 秘祕 鈎鉤 恆恒 冊册 偽僞 為爲 真眞 黃黄 綠緑 教敎 青靑 清淸 值値 即卽 既旣 鄉鄕 強强 產産 眾衆 "
    "污汙 鷄雞 台臺 著着 線綫 裡裏 衛衞 群羣 床牀 說説"
).split()


def regional():
    return dict(REGIONAL_PAIR for REGIONAL_PAIR in ((a, b) for a, b in REGIONAL))


def simplified(characters):
    transform = icu.Transliterator.createInstance("Hant-Hans")
    table = {character: transform.transliterate(character) for character in characters}
    return {a: b for a, b in table.items() if a != b and len(b) == 1}


def full_width():
    return {chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)} | {" ": "\u3000"}


def radicals():
    table = {}
    for code in list(range(0x2F00, 0x2FD6)) + list(range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[plain] = chr(code)
    return table


def private_use():
    """HKSCS characters as U+E000 to U+F848: rows of Big5 user-defined areas, 157 a row."""
    trails = list(range(0x40, 0x7F)) + list(range(0xA1, 0xFF))
    areas = [(0xE000, 0xFA, 0xFE), (0xE311, 0x8E, 0xA0), (0xEEB8, 0x81, 0x8D), (0xF6B1, 0xC6, 0xC8)]
    table = {}
    for first, low, high in areas:
        code = first
        for lead in range(low, high + 1):
            for trail in trails:
                if lead == 0xC6 and trail < 0xA1:
                    continue
                try:
                    character = bytes([lead, trail]).decode("big5hkscs")
                except UnicodeDecodeError:
                    character = ""
                # One scalar for one, or offsets would move.
                if len(character) == 1:
                    table.setdefault(character, chr(code))
                code += 1
    return table


def annotate(program, codebook, documents):
    lines = "\n".join(json.dumps(document, ensure_ascii=False) for document in documents)
    output = subprocess.run(
        [program, "annotate", "--codebook", codebook], input=lines, capture_output=True, text=True
    ).stdout
    return [json.loads(line)["matches"] for line in output.splitlines()]


def key(match):
    return match["theme"], match["term"], match["start"], match["end"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("codebook")
    parser.add_argument("documents")
    parser.add_argument("--megabytes", type=float, default=3)
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    documents, size = [], 0
    with open(arguments.documents, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            documents.append({"id": record["id"], "text": record["text"]})
            size += len(record["text"].encode())
            if size > arguments.megabytes * 1e6:
                break
    clean = annotate(arguments.program, arguments.codebook, documents)
    total = sum(map(len, clean))
    print(f"{len(documents)} documents, {total} hits")
    characters = {character for document in documents for character in document["text"]}
    simple = simplified(characters)
    swaps = {
        "Hong Kong and Taiwan variants": (regional(), 1),
        "all Simplified": (simple, 1),
        "one in ten Simplified": (simple, 0.1),
        "full-width": (full_width(), 1),
        "radicals, compatibility ideographs": (radicals(), 1),
        "private-use HKSCS": (private_use(), 1),
    }
    for name, (table, share) in swaps.items():
        chance = random.Random(1)
        swapped, count = [], 0
        for document in documents:
            text = []
            for character in document["text"]:
                other = table.get(character)
                if other and (share == 1 or chance.random() < share):
                    count += 1
                    character = other
                text.append(character)
            swapped.append({"id": document["id"], "text": "".join(text)})
        found = annotate(arguments.program, arguments.codebook, swapped)
        lost = new = 0
        examples = []
        for document, before, after in zip(swapped, clean, found):
            before, after = set(map(key, before)), set(map(key, after))
            lost += len(before - after)
            new += len(after - before)
            for sign, matches in (("-", before - after), ("+", after - before)):
                for theme, term, start, end in sorted(matches):
                    context = document["text"][max(0, start - 6) : end + 6].replace("\n", " ")
                    examples.append(f"    {sign} {term} [{document['text'][start:end]}] {context}")
        print(
            f"{name:36} {count:7} swapped  recall {100 * (total - lost) / total:7.3f} %"
            f"  lost {lost}  new {new}"
        )
        for example in examples[: arguments.show]:
            print(example)


main()
