"""What stands below the boxes of forms about poles, methods, dashboards and tables of words."""

from django.utils.translation import gettext_lazy as _

from articles.admin.field_help import explain_fields

_WEIGHT = _("How much acts of this dimension count in a total; 1 is whole, 0 leaves them out.")

explain_fields(
    {
        "balance.Focus": {
            "actor": _("Whose foreign policy is read. Type a name or a code."),
            "scheme": _("The poles against which it is read."),
            "is_default": _("The one that the front page is about."),
            "summary": _("What this focus is about, in a sentence or two for readers."),
        },
        "balance.Scheme": {
            "name": _("What editors call this set of poles."),
            "code": _("Small letters; addresses and files use it, so it stays."),
            "description": _("Why these poles, and who is in none of them."),
        },
        "balance.Pole": {
            "scheme": _("The set of poles that it belongs to."),
            "position": _("Where it stands in lists and charts; 1 is first."),
            "dash": _("How its line is drawn, for those who cannot tell the colours apart."),
        },
        "balance.Methodology": {
            "version": _("Such as 1.1; a published version is never changed."),
            "note": _("What is new in it and why, for readers."),
            "scale": _("Where the intensity of an act is read from."),
            "weight_diplomatic": _WEIGHT,
            "weight_economic": _WEIGHT,
            "weight_security": _WEIGHT,
            "weight_energy": _WEIGHT,
            "weight_transport": _WEIGHT,
            "weight_cultural": _WEIGHT,
        },
        "balance.Dashboard": {
            "title": _("The headline of the page."),
            "summary": _("What the page shows, in a sentence below the headline."),
            "focus": _("Whose foreign policy the page is about."),
            "status": _("Readers see published pages only."),
        },
        "balance.Panel": {
            "dashboard": _("The page that it stands on."),
            "kind": _("What it shows; what each kind is stands in the preview."),
            "position": _("Where it stands on the page; empty puts it last."),
            "width": _("How much of the page's width it takes."),
            "is_hidden": _("Keep it, but do not show it to readers."),
            "step": _("One number a week, a month, a quarter or a year; empty: as readers choose."),
            "kernel": _("What stands, or what happened in each period; empty: as readers choose."),
        },
        "balance.PanelPole": {
            "panel": _("The panel that is about the pole."),
            "pole": _("A pole that the panel is about."),
        },
        "balance.Annotation": {
            "focus": _("On whose charts the moment is pinned."),
        },
        "balance.EventType": {
            "code": _("One word in capitals, as PLOVER has it, such as CONSULT."),
            "name": _("What readers see."),
            "description": _("What acts of this type have in common, in a sentence."),
        },
        "balance.CameoCode": {
            "name": _("What acts of this code have in common."),
            "quad_class": _("Words or deeds, of cooperation or of conflict."),
            "event_type": _("The type that the code brings along."),
            "mode": _("The mode that PLOVER gives the act, where it gives one."),
        },
        "balance.Dataset": {
            "code": _("Small letters; addresses use it, so it stays."),
            "name": _("What readers see."),
            "kind": _("Whether editors write it or a machine."),
            "licence": _("Under which terms we may use it."),
            "homepage": _("Where it comes from."),
        },
        "balance.Translation": {
            "language": _("The language of the translation."),
        },
    }
)
