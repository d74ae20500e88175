"""Where pages of paper end."""

from exports import paging

ROWS = dict.fromkeys(range(1, 21), 100.0)


def test_a_page_ends_before_the_row_that_does_not_fit():
    assert paging.ends([], [], ROWS, 0) == [4, 8, 12, 16]


def test_the_repeated_row_takes_its_room_from_the_second_page_on():
    assert paging.ends([], [], ROWS, 100)[:3] == [4, 7, 10]


def test_rows_that_belong_together_stay_together():
    assert paging.ends([(4, 5)], [], ROWS, 0)[0] == 3


def test_a_group_taller_than_a_page_ends_where_it_must():
    assert paging.ends([(2, 9)], [], ROWS, 0) == [4, 8, 12, 16]


def test_a_section_begins_a_new_page_when_little_is_lost():
    assert paging.ends([], [(4, 7)], ROWS, 0)[0] == 3


def test_a_section_does_not_begin_a_new_page_when_half_of_one_would_be_lost():
    assert paging.ends([], [(2, 5)], ROWS, 0)[0] == 4


def test_a_section_counts_what_stays_with_its_last_row():
    rows = ROWS | {4: 50.0, 5: 50.0, 6: 50.0}
    assert paging.ends([], [(4, 6)], rows, 0)[0] == 6
    assert paging.ends([(6, 7)], [(4, 6)], rows, 0)[0] == 3


def test_joining_makes_one_group_of_all_that_touch():
    assert paging.joined([(1, 2), (3, 4), (6, 7)], (2, 3)) == [(1, 4), (6, 7)]


def test_a_page_that_ends_inside_a_cell_is_noticed():
    assert paging.within([4], 3, 5)
    assert not paging.within([4], 1, 4)
    assert not paging.within([4], 5, 9)
