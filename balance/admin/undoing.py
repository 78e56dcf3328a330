"""The button that undoes what was just done."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.admin.refusals import REFUSED, sentence_of
from articles.restoring import RelationGone
from balance.operations import undoing


@require_POST
def undo(request: HttpRequest, context: UUID) -> HttpResponse:
    """Undo what the request of that context did, and go back to where the button stood."""
    if not request.user.has_perm("balance.change_event"):
        raise PermissionDenied
    try:
        name = undoing.undo(context=context, by=request.user)
    except undoing.MayNotUndo:
        raise PermissionDenied from None
    except (undoing.CannotUndo, RelationGone) as error:
        messages.warning(request, error.sentence)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    except REFUSED as error:
        messages.error(request, sentence_of(error))
    else:
        messages.success(request, _("Undone: “%(name)s” is as it was.") % {"name": name})
    there = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(there, {request.get_host()}, request.is_secure()):
        there = reverse("admin:index")
    return HttpResponseRedirect(there)
