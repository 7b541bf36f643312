"""Labelled runs rejoin to the text."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.domain.marking import Label, LabelledSpan, mark_up

SPAN = st.builds(
    lambda start, size, label: LabelledSpan(start=start, end=start + size, label=label),
    st.integers(0, 30),
    st.integers(0, 12),
    st.sampled_from(Label),
)


@given(st.text(alphabet="甲乙丙\n。 ", max_size=40), st.lists(SPAN, max_size=6))
def test_runs_carry_exactly_the_labels_that_cover_them(text, spans):
    paragraphs = mark_up(text, spans)
    assert [p.start for p in paragraphs] == [
        sum(len(line) + 1 for line in text.split("\n")[:number])
        for number, line in enumerate(text.split("\n"))
        if line.strip()
    ]
    for paragraph in paragraphs:
        assert "".join(run.text for run in paragraph.runs) == text[paragraph.start : paragraph.end]
        for run in paragraph.runs:
            assert run.labels == {s.label for s in spans if s.start <= run.start < s.end}
