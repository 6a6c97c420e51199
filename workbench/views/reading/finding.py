"""Where words stand in the articles, whatever their case and the white space between them."""

import re
from collections.abc import Iterable
from itertools import islice

from workbench.model import Article, Passage

#: Places in one article at most: more is nothing that somebody looks for.
MOST = 500


def find(articles: Iterable[Article], sought: str) -> dict[str, list[Passage]]:
    """The passages of each article that have the words `sought`, in reading order; nothing where there are no words.

    >>> from workbench.model import Article, Block, Role
    >>> article = Article("a", "The ferry\\nline", (Block(0, 14, Role.BODY),), "a.txt", "", "utf-8")
    >>> [one.surface for one in find([article], "FERRY line")["a"]]
    ['ferry\\nline']
    """
    words = sought.split()
    if not words:
        return {}
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    found = {}
    for article in articles:
        places = [article.passage(*one.span()) for one in islice(pattern.finditer(article.text), MOST)]
        found[article.article_id] = places
    return found
