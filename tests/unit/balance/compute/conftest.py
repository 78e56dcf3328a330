"""A small world and short ways to describe an event in it."""

from datetime import date, timedelta

import pytest

from balance.compute.world import Event, OrganisationMembership, Participant, PoleMembership, World

POLES = ("russia", "turkey", "west")


@pytest.fixture(scope="session")
def world():
    """Three poles; an official, a company and a club of states; the UK leaves on 1 July 2020."""
    stays = [
        ("RUS", "russia", 1.0, None, None),
        ("TUR", "turkey", 1.0, date(1952, 1, 1), None),
        ("USA", "west", 1.0, None, None),
        ("GBR", "west", 1.0, None, date(2020, 7, 1)),
        ("BANK", "west", 0.5, None, None),
        ("BANK", "russia", 0.25, date(2020, 1, 1), date(2021, 1, 1)),
        ("RETIRED", "russia", 0.5, date(2000, 1, 1), date(2001, 1, 1)),
        ("ELSEWHERE", "atlantis", 1.0, None, None),
    ]
    members = [
        ("RUS", "CLUB", None, None),
        ("KAZ", "CLUB", None, None),
        ("USA", "CLUB", date(2020, 7, 1), None),
        ("GBR", "CLUB", date(2020, 7, 1), None),
        ("BANK", "CLUB", None, date(2000, 1, 1)),
        ("CLUB", "UMBRELLA", None, None),
        ("TUR", "PAIR", None, None),
        ("USA", "PAIR", None, None),
        ("GBR", "PAIR", None, None),
        ("RUS", "UNMARKED", None, None),
    ]
    affiliations = {
        "PRESIDENT": "FOCUS",
        "MINISTER": "RUS",
        "AIDE": "MINISTER",
        "RETIRED": "RUS",
        "ELSEWHERE": "RUS",
        "HEAD": "TAIL",
        "TAIL": "HEAD",
    }
    return World(
        poles=POLES,
        pole_memberships=tuple(PoleMembership(*stay) for stay in stays),
        affiliations=affiliations,
        organisation_memberships=tuple(OrganisationMembership(*member) for member in members),
        poles_from_members=frozenset({"CLUB", "UMBRELLA", "PAIR", "BANK"}),
    )


@pytest.fixture(scope="session")
def met():
    """Return a function that makes an event of the focus with others, a meeting by default."""

    def met(
        *others,
        on=date(2020, 6, 1),
        days=1,
        intensity=6.0,
        confidence=1.0,
        dimension="economic",
        weights=None,
        focus="FOCUS",
        id=1,
    ):
        guests = [Participant(other, "recipient", (weights or {}).get(other)) for other in others]
        return Event(
            id=id,
            start=on,
            end=on + timedelta(days=days),
            dimension=dimension,
            intensity=intensity,
            confidence=confidence,
            participants=(Participant(focus, "initiator"), *guests),
        )

    return met
