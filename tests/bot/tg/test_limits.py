"""Rates and flood waits."""

from bot.tg.limits import Backoff, Bucket, Floods, Pace, pause_after


def test_a_bucket_lets_a_burst_go_and_then_its_rate() -> None:
    bucket = Bucket(1.0, 5)
    assert [round(bucket.take(0.0), 6) for _ in range(8)] == [0, 0, 0, 0, 0, 1, 2, 3]
    assert bucket.wait(4.0) == 0


def test_a_bucket_fills_up_again_but_not_beyond_its_size() -> None:
    bucket = Bucket(1.0, 2)
    for _ in range(2):
        bucket.take(0.0)
    assert bucket.wait(0.0) == 1
    assert bucket.idle(100.0)
    assert [bucket.take(100.0) for _ in range(3)] == [0, 0, 1]


def test_a_group_gets_eighteen_in_any_minute() -> None:
    pace, now, gone = Pace(), 0.0, []
    for _ in range(60):
        now += pace.in_chat(-5, now)
        gone.append(now)
    assert max(sum(start <= at < start + 60 for at in gone) for start in gone) == 18


def test_chats_do_not_hold_each_other_up_until_the_bot_is_too_fast() -> None:
    pace = Pace()
    assert [pace.in_chat(chat, 0.0) for chat in range(1, 50)] == [0.0] * 49
    waits = [pace.in_all(0.0) for _ in range(30)]
    assert waits[:5] == [0.0] * 5
    assert round(waits[-1], 6) == 1.0


def test_idle_chats_are_forgotten() -> None:
    pace = Pace()
    for chat in range(1, 3000):
        pace.in_chat(chat, chat * 10.0)
    assert len(pace._chats) <= 1000


def test_a_flood_wait_holds_its_chat_and_a_second_one_holds_all() -> None:
    floods = Floods()
    floods.impose(1, 30.0, 0.0)
    assert (floods.wait(1, 10.0), floods.wait(2, 10.0)) == (20.0, 0.0)
    floods.impose(2, 25.0, 10.0)
    assert (floods.wait(1, 10.0), floods.wait(2, 10.0), floods.wait(3, 10.0)) == (20.0, 15.0, 15.0)
    assert floods.wait(3, 25.0) == 0.0


def test_a_flood_wait_is_never_shortened() -> None:
    floods = Floods()
    floods.impose(1, 30.0, 0.0)
    floods.impose(1, 5.0, 1.0)
    assert floods.wait(1, 1.0) == 29.0


def test_pauses_double_up_to_a_limit() -> None:
    pauses = Backoff(1, 10)
    assert [pauses.next() for _ in range(6)] == [1, 2, 4, 8, 10, 10]
    pauses.reset()
    assert pauses.next() == 1
    assert [pause_after(tries, longest=15) for tries in (1, 2, 5, 4000)] == [1, 2, 15, 15]
