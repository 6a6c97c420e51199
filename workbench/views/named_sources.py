"""Naming the sources of articles by hand: a name is a decision, and all of them can be kept as a sources.csv."""

from pathlib import Path

from workbench.errors import OptionError
from workbench.review import Decision, Layer, Reviewed
from workbench.views import naming


class NamedSources:
    """A view of a corpus in which sources are named. ``acting`` is true while it decides something itself."""

    corpus: Reviewed
    acting: bool

    def name(self, article_id: str, source: str) -> None:
        """Name the source of an article, which is a decision and kept as one; an empty name takes yours back.

        Raises OptionError where there is no such article.
        """
        article, words = self.corpus.document(article_id), " ".join(source.split())
        self.acting = True
        try:
            if words and words != (article.source.value if article.source else None):
                self.corpus.decide("correct", "source", article_id, source=words)
            elif not words and (own := self._own_names(article_id)):
                self.corpus.undo(own[-1].decision_id)
        finally:
            self.acting = False

    def _own_names(self, article_id: str) -> list[Decision]:
        """The analyst's own decisions by which the source has its name, the last one last."""
        journal = self.corpus.journal
        mine = (one for one in self.corpus.review.history(Layer.SOURCE, article_id) if one in journal.live)
        some = (one for one in mine if isinstance(one, Decision) and one.analyst == journal.analyst)
        return [one for one in some if "source" in one.after]

    @property
    def names(self) -> dict[str, str]:
        """The names that analysts gave to sources, by article_id."""
        named = self.corpus.review.marks(Layer.SOURCE)
        given = {
            one.article_id: one.source for one in self.corpus.documents if "corrected" in named.get(one.article_id, ())
        }
        return {key: fact.value for key, fact in given.items() if fact}

    def sources_csv(self) -> str:
        """The names given by analysts as a sources.csv."""
        files = {Path(self.corpus.document(key).path).name: name for key, name in self.names.items()}
        return naming.merged("", files)

    def save_sources(self) -> list[Path]:
        """Write the names given by analysts into a sources.csv beside the articles; returns the files written.

        Raises OptionError where there is nothing to write, OSError where the folder cannot be written to.
        """
        written = naming.save(self.corpus.documents, self.names)
        if not written:
            raise OptionError("There is nothing to save: name the source of an article that is a file of its own.")
        return written
