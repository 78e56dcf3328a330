"""Whether the reader is one of ours."""

from rest_framework.request import Request


def is_editor(request: Request) -> bool:
    """Return whether an editor is signed in; only here does the API look at the session."""
    user = request._request.user
    return user.is_active and user.is_staff and user.has_perm("balance.view_event")
