"""Measures the words that lunheng and its peers find against a gold standard, and prints a table.

    python segmentation_quality.py GOLD.seg LUNHENG

GOLD.seg has a sentence a line, words separated by spaces. LUNHENG is the built program. Peers that are not
installed are left out. The texts are the joined words, with a space only between Latin letters or digits.
"""

import importlib.util
import subprocess
import sys


def joined(words):
    text = ""
    for word in words:
        if text and (text[-1] + word[0]).isascii() and text[-1].isalnum() and word[0].isalnum():
            text += " "
        text += word
    return text


def ranges(words):
    start, result = 0, []
    for word in words:
        word = "".join(word.split())
        if word:
            result.append((start, start + len(word)))
            start += len(word)
    return result


def lunheng(program, mode):
    def cut(texts):
        run = subprocess.run([program, "segment", "--mode", mode], input="\n".join(texts) + "\n",
                             capture_output=True, text=True, check=True)
        return [line.split(" ") for line in run.stdout.split("\n")[:-1]]
    return cut


def each(cut):
    return lambda texts: [cut(text) for text in texts]


def jieba_cut():
    import jieba
    jieba.setLogLevel("WARNING")
    return each(jieba.lcut)


def jieba_simplified():
    """jieba's dictionary is Simplified: it cuts the converted text, whose characters map one to one."""
    import jieba
    import opencc
    convert = opencc.OpenCC("t2s").convert

    def cut(text):
        words, start = [], 0
        simplified = "".join(convert(character) for character in text)
        for word in jieba.lcut(simplified):
            words.append(text[start:start + len(word)])
            start += len(word)
        return words
    return each(cut)


def rjieba_cut():
    import rjieba
    return each(lambda text: rjieba.cut(text, True))


def pyicu_cut():
    import icu
    words = icu.BreakIterator.createWordInstance(icu.Locale("zh_Hant"))

    def cut(text):
        units = icu.UnicodeString(text)
        words.setText(units)
        result, start = [], 0
        for end in words:
            result.append(str(units[start:end]))
            start = end
        return result
    return each(cut)


def main():
    gold_path, program = sys.argv[1:]
    with open(gold_path, encoding="utf-8") as file:
        gold = [line.split() for line in file if line.strip()]
    texts = [joined(words) for words in gold]
    systems = [
        ("lunheng segment", None, lambda: lunheng(program, "model")),
        ("lunheng segment --mode icu", None, lambda: lunheng(program, "icu")),
        ("PyICU", "icu", pyicu_cut),
        ("jieba", "jieba", jieba_cut),
        ("jieba on Simplified (OpenCC)", "opencc", jieba_simplified),
        ("rjieba", "rjieba", rjieba_cut),
    ]
    print("| segmenter | precision | recall | F1 | crossing |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, module, make in systems:
        if module and not importlib.util.find_spec(module):
            print(f"{name} is not installed and left out", file=sys.stderr)
            continue
        correct = gold_count = found_count = crossing = 0
        for expected, found in zip(map(ranges, gold), map(ranges, make()(texts))):
            correct += len(set(expected) & set(found))
            gold_count += len(expected)
            found_count += len(found)
            crossing += sum(any(a < c < b < d or c < a < d < b for c, d in expected) for a, b in found)
        precision, recall = correct / found_count, correct / gold_count
        f1 = 2 * precision * recall / (precision + recall)
        print(f"| {name} | {precision:.4f} | {recall:.4f} | {f1:.4f} | {crossing / found_count:.2%} |")


if __name__ == "__main__":
    main()
