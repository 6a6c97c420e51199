"""Trees made of spaCy's documents: once as columns of numbers, and of these as often as the text is printed."""

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from workbench.language.tree import Tree
from workbench.language.word import Form, Word

if TYPE_CHECKING:
    Doc: TypeAlias = Any


class Columns(NamedTuple):
    """A parse as columns of numbers, as spaCy has it."""

    text: str
    key: bytes
    read: list[list[int]]
    vocab: Any
    shared: dict[str, Any]  # see Tree.shared


class Grower:
    """Makes trees of spaCy's documents; what is known of a word by its letters is asked for once."""

    def __init__(self) -> None:
        self._forms: dict[int, Form] = {}
        self._names: dict[int, str] = {}

    def columns(self, doc: "Doc") -> "Columns":
        """What is read of a document, from which a tree can be made any number of times."""
        from spacy.attrs import DEP, HEAD, IDX, LEMMA, ORTH, POS, SENT_START, SPACY, TAG

        read = doc.to_array([ORTH, LEMMA, POS, TAG, DEP, HEAD, SENT_START, IDX, SPACY])
        return Columns(str(doc.text), read[:, :7].tobytes(), read.astype("int64").T.tolist(), doc.vocab, {})

    def tree(self, columns: "Columns") -> Tree:
        """A tree of its own."""
        tree = Tree(columns.text, columns.key, columns.shared)
        orths, lemmas, kinds, tags, deps, heads, starts, places, spaces = columns.read
        words, strings = tree.words, columns.vocab.strings
        name, forms = self._name, self._forms
        for at, orth in enumerate(orths):
            word = Word()
            form = forms.get(orth) or self._form(orth, columns.vocab)
            word._form, word.text, word.lower_ = form, form.text, form.lower
            word.doc, word.i, word.idx = tree, at, places[at]
            word.lemma_, word.pos_ = name(lemmas[at], strings), name(kinds[at], strings)
            word.tag_, word.dep_ = name(tags[at], strings), name(deps[at], strings)
            word.whitespace_ = " " if spaces[at] else ""
            word.is_sent_start = starts[at] == 1
            words.append(word)
        for word, far in zip(words, heads, strict=True):
            word.head = words[word.i + far]
        return tree

    def _name(self, key: int, strings: Any) -> str:
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = strings[key & (2**64 - 1)]
        return found

    def _form(self, key: int, vocab: Any) -> Form:
        lexeme = vocab[key & (2**64 - 1)]
        form = self._forms[key] = Form(
            lexeme.text,
            lexeme.lower_,
            lexeme.is_alpha,
            lexeme.is_digit,
            lexeme.is_punct,
            lexeme.is_space,
            lexeme.is_stop,
            lexeme.is_currency,
            lexeme.like_num,
        )
        return form
