"""A first guess at difficulty, before answers tell: rare, long answers with little context are harder."""

from quizzes.domain.frequency import zipf
from studyapp.domain.structure import Language


def cloze_difficulty(answer: str, stem: str, language: Language) -> float:
    """0 (easy) to 1 (hard)."""
    length = min(1.0, len(answer) / (12 if language is Language.CHINESE else 40))
    rarity = 1 - min(1.0, zipf(answer.lower(), language) / 7)
    context = 1 - min(1.0, len(stem) / 100)
    return round(0.45 * length + 0.35 * rarity + 0.2 * context, 3)


def recall_difficulty(answer: str) -> float:
    """0 (easy) to 1 (hard), by how much has to be written."""
    return round(min(1.0, 0.5 + len(answer) / 120), 3)
