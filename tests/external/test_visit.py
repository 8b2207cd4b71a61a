"""Hosts are asked politely, and what they answer is understood."""

from __future__ import annotations

import socket
import threading
import time
from itertools import pairwise

import pytest

from site_builder.external.request import NoReplyError, PrivateHostError, Reply, ask, seconds_until
from site_builder.external.visit import Answer, Manners, visit
from tests.external.host import host

QUICK = Manners(agent="test/1 (link check)", delay=0.0, timeout=5.0, private=True)


def test_a_page_that_is_there() -> None:
    """One question for the head is enough, and it says who asks."""
    with host({"/a": 200}) as there:
        answers = dict(visit([there.url("/a")], QUICK))

    assert answers == {there.url("/a"): Answer(status=200, said="OK")}
    assert there.methods() == ["HEAD /a"]
    assert there.asked[0].agent == "test/1 (link check)"


@pytest.mark.parametrize("status", [403, 404, 405, 500, 501])
def test_a_refused_head_is_asked_for_as_a_browser_would(status: int) -> None:
    """What a host answers to HEAD counts only if it answers GET so too."""
    with host({"HEAD /a": status, "GET /a": 200}) as there:
        answers = dict(visit([there.url("/a")], QUICK))

    assert answers[there.url("/a")].status == 200
    assert there.methods() == ["HEAD /a", "GET /a"]


def test_a_page_that_is_gone() -> None:
    """A status that says so comes back with the host's own words."""
    with host({"/a": 410}) as there:
        answers = dict(visit([there.url("/a")], QUICK))

    assert answers[there.url("/a")] == Answer(status=410, said="Gone")


def test_one_host_is_asked_one_thing_at_a_time_with_pauses() -> None:
    """However many links lead to it."""
    paths = [f"/{number}" for number in range(5)]
    with host(dict.fromkeys(paths, 200), pause=0.02) as there:
        manners = Manners(agent="x", delay=0.06, private=True)
        list(visit([there.url(path) for path in paths], manners))

    assert there.most_at_once == 1
    assert all(later.at - one.at >= 0.06 for one, later in pairwise(there.asked))


def test_several_hosts_are_asked_at_once() -> None:
    """One that is slow does not keep the others waiting; never more than the manners allow."""
    with host({"/a": 200}, pause=0.1) as there:
        there_all = [there.url("/a", "127.0.0.1"), there.url("/a", "localhost")]
        list(visit(there_all, QUICK))
        both = there.most_at_once
        there.most_at_once = 0
        list(visit(there_all, Manners(agent="x", delay=0.0, hosts=1, private=True)))

    assert (both, there.most_at_once) == (2, 1)


def test_where_a_redirect_leads() -> None:
    """Readers' way is followed, over any number of hops and to another host."""
    with host({"/b": (302, {"Location": "c"}), "/c": 200}) as there:
        there.answers["/a"] = (301, {"Location": there.url("/b", "localhost") + "#part"})
        answers = dict(visit([there.url("/a")], QUICK))

    assert answers[there.url("/a")] == Answer(
        status=200, said="OK", moved_to=there.url("/c", "localhost"), for_good=False
    )


def test_a_move_for_good() -> None:
    """It is one if every hop says so."""
    with host(
        {"/a": (301, {"Location": "/b"}), "/b": (308, {"Location": "/c"}), "/c": 200}
    ) as there:
        answers = dict(visit([there.url("/a")], QUICK))

    assert answers[there.url("/a")].for_good
    assert answers[there.url("/a")].moved_to == there.url("/c")


@pytest.mark.parametrize("location", ["/\xe4", "/ä".encode().decode("latin-1"), "/%C3%A4"])
def test_a_redirect_in_any_letters(location: str) -> None:
    """Whatever a server takes a header's bytes for, the page is found."""
    with host({"/a": (302, {"Location": location}), "/%C3%A4": 200}) as there:
        answers = dict(visit([there.url("/a")], QUICK))

    assert answers[there.url("/a")].status == 200


def test_a_circle_of_redirects_ends() -> None:
    """A loop, and an endless way, are faults and not hangs."""
    endless = {f"/{n}": (302, {"Location": f"/{n + 1}"}) for n in range(40)}
    with host({"/a": (302, {"Location": "/b"}), "/b": (302, {"Location": "/a"})}) as there:
        there.answers.update(endless)
        answers = dict(visit([there.url("/a"), there.url("/0")], QUICK))

    assert {one.said for one in answers.values()} == {"it sends readers round in a circle"}
    assert len(there.asked) == 2 + 11


def test_a_redirect_to_something_else_is_not_followed() -> None:
    """Only http and https addresses are ever asked for."""
    with host({"/a": (302, {"Location": "file:///etc/passwd"})}) as there:
        answers = dict(visit([there.url("/a")], QUICK))

    assert answers[there.url("/a")] == Answer(status=302, said="Found")


def test_a_host_that_asks_for_patience_gets_it() -> None:
    """Retry-After is waited for, for all of the host's addresses."""
    with host({"/a": [(429, {"Retry-After": "1"}), 200], "/b": 200}) as there:
        answers = dict(visit([there.url("/a"), there.url("/b")], QUICK))

    assert {one.status for one in answers.values()} == {200}
    assert there.methods() == ["HEAD /a", "HEAD /a", "HEAD /b"]
    assert there.asked[1].at - there.asked[0].at >= 1.0


def test_a_host_that_asks_for_more_is_let_alone() -> None:
    """Its other addresses are not asked for at all, and it is said why."""
    with host({"/a": (503, {"Retry-After": "86400"}), "/b": 200}) as there:
        answers = dict(visit([there.url("/a"), there.url("/b")], QUICK))

    assert there.methods() == ["HEAD /a"]
    assert answers[there.url("/a")].status == 503
    assert answers[there.url("/b")] == Answer(
        status=0, said="its host asks not to be asked so often", skipped=True
    )


def test_a_host_that_breaks_off() -> None:
    """No answer is told in words."""
    with host({"/a": 0}) as there:
        answers = dict(visit([there.url("/a")], QUICK))

    assert answers[there.url("/a")] == Answer(status=0, said="it broke the connection off")


def test_a_port_where_nobody_listens() -> None:
    """So is a host that takes no connections."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        answers = dict(visit([url], QUICK))

    assert answers[url].said == "it takes no connections"


def test_a_host_that_says_nothing() -> None:
    """Waiting ends."""
    with host({"/a": 200}, pause=0.5) as there:
        manners = Manners(agent="x", delay=0.0, timeout=0.1, private=True)
        answers = dict(visit([there.url("/a")], manners))

    assert answers[there.url("/a")].said == "it did not answer within 0.1 seconds"


def test_something_that_is_not_http() -> None:
    """Nor is any other protocol's answer taken for a page."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        visiting = visit([url], QUICK)
        server.settimeout(5)

        def speak() -> None:
            connection, _ = server.accept()
            connection.sendall(b"220 mail ready\r\n")
            connection.close()

        thread = threading.Thread(target=speak)
        thread.start()
        answers = dict(visiting)
        thread.join()

    assert answers[url].said == "what it answers is not HTTP"


@pytest.mark.parametrize(
    "name", ["127.0.0.1", "localhost", "[::1]", "10.1.2.3", "192.168.0.1", "169.254.169.254"]
)
def test_private_networks_are_not_asked(name: str) -> None:
    """A link in an article must not make a build server ask its own network."""
    with host({"/": 200}) as there, pytest.raises((PrivateHostError, NoReplyError)) as refused:
        ask("HEAD", f"http://{name}:{there.port}/", agent="x", timeout=1.0, private=False)

    assert "is in a private network" in str(refused.value)
    assert there.asked == []


def test_a_redirect_into_a_private_network_is_not_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each hop is looked at, not the first address alone."""
    from site_builder.external import visit as module

    def asking(method: str, url: str, **_: object) -> object:
        if "public.example" in url:
            return Reply(status=302, reason="Found", location="http://127.0.0.1:9/")
        return ask(method, url, agent="x", timeout=1.0, private=False)

    monkeypatch.setattr(module, "ask", asking)
    (answer,) = dict(visit(["https://public.example/"], QUICK)).values()

    assert answer.skipped
    assert answer.said == "127.0.0.1 is in a private network"


@pytest.mark.parametrize("url", ["http://[::1/", "http://a.example:99999/", "http://\udcff.x/"])
def test_an_address_that_cannot_be_asked(url: str) -> None:
    """What is no address is told, not raised."""
    with pytest.raises(NoReplyError):
        ask("HEAD", url, agent="x", timeout=1.0, private=True)


@pytest.mark.parametrize(
    ("header", "least", "most"),
    [
        ("120", 120, 120),
        ("", 0, 0),
        ("soon", 0, 0),
        ("-5", 0, 0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0),
        ("Fri, 31 Dec 2100 23:59:59 GMT", 1e9, 1e10),
    ],
)
def test_what_retry_after_means(header: str, least: float, most: float) -> None:
    """Seconds or a day; nonsense asks for nothing."""
    assert least <= seconds_until(header) <= most


def test_who_stops_taking_answers_stops_the_asking() -> None:
    """Ctrl-C ends a check after the question that is under way."""
    paths = [f"/{number}" for number in range(50)]
    with host(dict.fromkeys(paths, 200)) as there:
        manners = Manners(agent="x", delay=5.0, private=True)
        started = time.monotonic()
        answers = visit([there.url(path) for path in paths], manners)
        next(answers)
        answers.close()  # type: ignore[attr-defined]

    assert time.monotonic() - started < 4
    assert len(there.asked) == 1
