"""How a level changed between two days: a whole sentence for each way, since languages differ."""

from django.utils.translation import gettext as _


def changes_of_cooperation() -> dict[str, str]:
    """Return the sentences on the cooperation with a pole."""
    # Translators: pole: a name in the nominative; write the sentence so that it needs no other.
    return {
        "on one day": _("Cooperation with %(pole)s did not change on %(last)s"),
        "none": _("Cooperation with %(pole)s did not change between %(first)s and %(last)s"),
        "a trace": _(
            "Cooperation with %(pole)s changed by less than 0.1 intensity points "
            "between %(first)s and %(last)s"
        ),
        "up": _(
            "Cooperation with %(pole)s rose by %(amount)s intensity points "
            "between %(first)s and %(last)s"
        ),
        "down": _(
            "Cooperation with %(pole)s fell by %(amount)s intensity points "
            "between %(first)s and %(last)s"
        ),
    }


def changes_of_conflict() -> dict[str, str]:
    """Return the sentences on the conflict with a pole."""
    # Translators: pole: a name in the nominative; write the sentence so that it needs no other.
    return {
        "on one day": _("Conflict with %(pole)s did not change on %(last)s"),
        "none": _("Conflict with %(pole)s did not change between %(first)s and %(last)s"),
        "a trace": _(
            "Conflict with %(pole)s changed by less than 0.1 intensity points "
            "between %(first)s and %(last)s"
        ),
        "up": _(
            "Conflict with %(pole)s rose by %(amount)s intensity points "
            "between %(first)s and %(last)s"
        ),
        "down": _(
            "Conflict with %(pole)s fell by %(amount)s intensity points "
            "between %(first)s and %(last)s"
        ),
    }
