"""Dashboards, their panels, and the moments pinned on them."""

from datetime import date

import factory

from balance.models import Annotation, Dashboard, Panel
from tests.factories.balance.actors import FocusFactory


class DashboardFactory(factory.django.DjangoModelFactory[Dashboard]):
    class Meta:
        model = Dashboard

    slug = factory.Sequence(lambda n: f"dashboard-{n}")
    title = "Azerbaijan between the powers"
    focus = factory.SubFactory(FocusFactory)
    status = Dashboard.Status.PUBLISHED


class PanelFactory(factory.django.DjangoModelFactory[Panel]):
    class Meta:
        model = Panel
        skip_postgeneration_save = True

    dashboard = factory.SubFactory(DashboardFactory)
    position = factory.Sequence(lambda n: n)
    kind = Panel.Kind.SHARES
    note = factory.LazyAttribute(
        lambda panel: "A note in **Markdown**." if panel.kind == "text" else ""
    )

    @factory.post_generation
    def poles(panel, create, poles, **_):  # noqa: N805
        """Let the panel be about these poles."""
        if create and poles:
            panel.poles.set(poles)


class AnnotationFactory(factory.django.DjangoModelFactory[Annotation]):
    class Meta:
        model = Annotation

    focus = factory.SubFactory(FocusFactory)
    on = date(2024, 7, 3)
    title = "Treaty signed"
