"""Whether the reader is one of ours."""

from django.contrib.auth import get_user
from rest_framework.request import Request


def is_editor(request: Request) -> bool:
    """Return whether an editor is signed in; only here does the API look at the session.

    Not `request.user`: the API authenticates nobody, and sets that to nobody.
    """
    user = get_user(request._request)
    return user.is_active and user.is_staff and user.has_perm("balance.view_event")
