"""The way back in runs behaves as the list of numbers that it stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usmex_data.document.offset_map import OffsetMap

RUNS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 5), st.sampled_from([0, 1])), max_size=20)


def _built(runs: list[tuple[int, int, int]]) -> tuple[OffsetMap, list[int]]:
    trace, plain = OffsetMap(), []
    for first, length, step in runs:
        trace.run(first, length, step)
        plain += [first + step * place for place in range(length)]
    return trace, plain


@given(RUNS)
def test_a_trace_is_the_list_of_its_offsets(runs: list[tuple[int, int, int]]) -> None:
    trace, plain = _built(runs)
    assert len(trace) == len(plain)
    assert list(trace) == plain
    assert [trace[index] for index in range(len(plain))] == plain
    assert trace[1:-1] == plain[1:-1]


@given(RUNS)
def test_the_last_offset_can_be_taken_back(runs: list[tuple[int, int, int]]) -> None:
    trace, plain = _built(runs)
    if plain:
        trace.pop()
        assert list(trace) == plain[:-1]


def test_traces_compare_by_their_offsets() -> None:
    one, two = OffsetMap(), OffsetMap()
    one.run(3, 4, 1)
    two.run(3, 2, 1)
    two.run(5, 2, 1)
    assert one == two
    assert hash(one) == hash(two)
    two.pop()
    assert one != two


@pytest.mark.parametrize("index", [3, -4])
def test_an_offset_outside_is_an_error(index: int) -> None:
    trace = OffsetMap()
    trace.run(0, 3, 1)
    with pytest.raises(IndexError):
        trace[index]
