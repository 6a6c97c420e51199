"""One name in full: its forms, why these are one, what else could be, and every mention in its sentence."""

from workbench.citing import place
from workbench.markup import Html, join, mark, tag
from workbench.model import Mention
from workbench.views.namings import Named, ranked

#: Listed in full at most; the table of names has all of them.
MOST = 60


def render(named: Named, key: str) -> Html:
    """The panel of one entity as HTML. Pure."""
    one, mentions = named.entities[key], named.mentions.get(key, [])
    forms = ", ".join(f"{form} {number}" for form, number in ranked(named.forms(key)))
    questions = [tag("li", "▲ ", check.message) for check in named.questions.get(key, ())]
    also = (
        join([tag("h4", "What else could be the same"), tag("ul", *questions, class_="wb-statements")], "")
        if questions
        else ""
    )
    items = [tag("li", _mentioned(named, mention)) for mention in mentions[:MOST]]
    more = f"… and {len(mentions) - MOST:,} more: see the table of names." if len(mentions) > MOST else ""
    return tag(
        "div",
        tag("h3", one.canonical, " ", tag("span", one.kind.value, class_="wb-badge")),
        place.facts(("Forms", forms), ("Merged", one.reason or "nothing had to be: the forms are parts of one name")),
        also,
        tag("ul", *items, class_="wb-statements"),
        tag("p", more, class_="wb-cite") if more else "",
        class_="wb-panel",
    )


def _mentioned(named: Named, mention: Mention) -> Html:
    passage = mention.passage
    article = named.corpus.document(passage.article_id)
    where = place.of(article, passage.start, passage.end)
    text, span = place.clip(where.sentence, (where.at, where.to), 240)
    swatch = tag("span", class_="wb-swatch", style=f"background:{named.sources.colours.get(passage.article_id)}")
    role = article.block_at(passage.start).role
    badge = [] if role in place.PLAIN_ROLES else [tag("span", role.value, class_="wb-badge")]
    source = tag("span", swatch, named.sources.names[passage.article_id], class_="wb-src")
    return join([source, tag("span", f"¶{where.paragraph}", class_="wb-cite"), mark(text, [span]), *badge], " ")


def asked(named: Named) -> Html:
    """All open questions which names are of one."""
    checks = named.naming.checks
    if not checks:
        return Html("")
    items = [tag("li", "▲ ", check.message) for check in checks[:MOST]]
    more = tag("p", f"… and {len(checks) - MOST:,} more: see .checks.", class_="wb-cite") if len(checks) > MOST else ""
    return tag("div", tag("h3", "Questions"), tag("ul", *items, class_="wb-statements"), more, class_="wb-panel")
