"""The public pages that every rule for pages is held against."""

ROBUSTNESS = "/robustness/AZE/?variant=scale-plover"
WHY = "/why/AZE/?pole=west&from=2023-06-30&to=2024-07-31"
PAGES = [
    "/pivots/AZE/",
    "/",
    "/focus/AZE/iran/?from=2025-01",
    "/d/",
    "/events/",
    "/events/?q=gas+Aliyev",
    "/events/?view=calendar&year=2024",
    "/events/100/",
    "/actors/CHN/",
    "/articles/",
    "/articles/8/",
    "/claims/",
    "/claims/8/",
    "/methodology/",
    "/corrections/",
    "/report/?about=/events/8/&number=China",
    "/revisions/AZE/",
    "/what-if/AZE/?half_life=90&without_event=126",
    "/ties/",
    "/lenses/AZE/",
    "/coverage/AZE/?on=2016",
    "/compare/?from=2021-07&to=2024-07",
    "/compare/?by=poles&from=2024-01",
    "/compare/?by=settings&from=2025-01",
    WHY,
    ROBUSTNESS,
]
