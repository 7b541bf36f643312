"""How common a word is in the language at large. The only module that imports wordfreq.

Source: Robyn Speer, wordfreq 3.1 (word lists of many corpora up to 2021), read from the package, never the network.
"""

import math
from collections.abc import Mapping
from functools import cache

from studyapp.domain.structure import Language

UNKNOWN_ZIPF = 1.0
"""What a word gets that the list does not hold: about one in a hundred million."""


@cache
def _frequencies(language: Language) -> Mapping[str, float]:
    # Imported here because the import and the list cost a third of a second that most pages never need.
    from wordfreq import get_frequency_dict

    frequencies: Mapping[str, float] = get_frequency_dict(language.value)
    return frequencies


def zipf(word: str, language: Language) -> float:
    """Zipf frequency (van Heuven et al. 2014): log10 of occurrences per thousand million words; 7 is `the`, 1 unseen.

    Expects simplified characters and lower case.
    """
    frequency = _frequencies(language).get(word)
    return math.log10(frequency) + 9 if frequency else UNKNOWN_ZIPF
