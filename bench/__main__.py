"""Reading and building in characters per second at growing sizes, with memory and the exponent of growth."""

import math
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "studyapp.config.settings")

import studyapp.starter
from quizzes.domain.bank import build_bank
from studyapp.domain.reading import read_text

SIZES = (2_000, 20_000, 200_000, 2_000_000)
LARGEST_BANK = 200_000


def sample(size: int) -> str:
    """The starter text over and over, each copy with a heading of its own, cut to `size` characters."""
    source = (Path(studyapp.starter.__file__).parent / "starter.txt").read_text(encoding="utf-8")
    copies = size // len(source) + 1
    return "\n".join(f"{source}\n第{number}次学习到此结束。" for number in range(1, copies + 1))[:size]


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Warm up once (word lists, segmenter), then one line a size and stage."""
    print(f"warm-up (word lists and segmenter): {seconds(lambda: build_bank(read_text(sample(2000)), seed=1)):.2f} s")
    print(f"{'stage':10}{'characters':>12}{'seconds':>10}{'chars/s':>12}{'exponent':>10}")
    stages: dict[str, Callable[[str], object]] = {
        "read": read_text,
        "build": lambda text: build_bank(read_text(text), seed=1),
    }
    for stage, work in stages.items():
        before: tuple[int, float] | None = None
        for size in SIZES:
            if stage == "build" and size > LARGEST_BANK and "--all" not in sys.argv:
                continue
            text = sample(size)
            took = seconds(lambda work=work, text=text: work(text))
            exponent = math.log(took / before[1]) / math.log(size / before[0]) if before else math.nan
            print(f"{stage:10}{size:>12,}{took:>10.3f}{size / took:>12,.0f}{exponent:>10.2f}")
            before = (size, took)
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
