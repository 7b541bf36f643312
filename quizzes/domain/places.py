"""Which point and which passage hold a place of the text."""

from bisect import bisect_right

from quizzes.domain.folding import normal_form
from studyapp.domain.structure import Reading


class Places:
    """A reading's points and passages, looked up by offset in O(log n + depth)."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._points = [point.start for point in reading.points]
        self._passages = [passage.start for passage in reading.passages]

    def point(self, offset: int) -> int | None:
        """Index of the innermost point that holds the offset."""
        index: int | None = bisect_right(self._points, offset) - 1
        if index is not None and index < 0:
            return None
        while index is not None and self._reading.points[index].end <= offset:
            index = self._reading.points[index].parent
        return index

    def passage(self, offset: int) -> int | None:
        """Index of the passage that holds the offset."""
        index = bisect_right(self._passages, offset) - 1
        return index if index >= 0 and offset < self._reading.passages[index].end else None

    def point_to_show(self, start: int, answer: str) -> int | None:
        """The innermost point around a place whose heading, which a page may show, does not give the answer away."""
        index, folded = self.point(start), normal_form(answer)
        while index is not None and folded in normal_form(self._reading.points[index].heading):
            index = self._reading.points[index].parent
        return index
