"""Work runs on all cores where there is much of it, and at once in this process where not."""

import gc
import os

import pytest

from pipeline.build import SELDOM, press, unpaused


def where(_task):
    return os.getpid()


def test_many_tasks_are_done_by_other_processes_and_a_lone_one_here():
    with press.workers(2) as pool:
        assert os.getpid() not in set(press.spread(where, [1, 2, 3], pool))
        assert list(press.spread(where, [1], pool)) == [os.getpid()]
        assert list(press.spread(where, [], pool)) == []


def test_one_job_at_a_time_needs_no_other_process():
    with press.workers(1) as pool:
        assert set(press.spread(where, [1, 2], pool)) == {os.getpid()}


def test_the_search_for_garbage_is_as_it_was_after_a_build_that_failed():
    usual = gc.get_threshold()
    with pytest.raises(LookupError), unpaused():
        assert gc.get_threshold()[0] == SELDOM
        raise LookupError
    assert gc.get_threshold() == usual
