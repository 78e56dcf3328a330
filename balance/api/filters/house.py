"""Which dashboards, methodologies and data sets a reader asks for."""

from django.utils.translation import gettext_lazy as _

from articles.api.filters import Keep, ListFilter, named
from articles.api.parameters import ChoicesField, WordsField
from balance.api.filters.codes import by_focus
from balance.models import Dataset, Methodology

PUBLIC = (Methodology.Status.PUBLISHED, Methodology.Status.RETIRED)


class DashboardFilter(ListFilter):
    focus = by_focus("focus__actor__code", _("The focus that the dashboard is about."))
    q = Keep(named("title", "summary"), WordsField(help_text=_("Words in the title.")))


class MethodologyFilter(ListFilter):
    status = Keep("status__in", ChoicesField(choices=PUBLIC))
    q = Keep(named("version", "note"), WordsField(help_text=_("Words in version or note.")))


class DatasetFilter(ListFilter):
    kind = Keep("kind__in", ChoicesField(choices=Dataset.Kind.values))
    q = Keep(named("name", "code"), WordsField(help_text=_("Words in the name.")))
