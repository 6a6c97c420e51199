"""Trees made of spaCy's documents: once as columns of numbers, and of these as often as the text is printed."""

from itertools import count
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from workbench.language.tree import Tree
from workbench.language.word import Form, Word

if TYPE_CHECKING:
    Doc: TypeAlias = Any


class Columns(NamedTuple):
    """A parse as columns: what the letters of each word tell, its lemma and tags, on what it hangs, where it stands."""

    text: str
    key: bytes
    forms: list[Form]
    names: list[list[str]]
    heads: list[int]
    starts: list[bool]
    places: list[int]
    spaces: list[str]
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
        orths, *named, far, starts, places, spaces = read.astype("int64").T.tolist()
        name, strings, forms = self._name, doc.vocab.strings, self._forms
        return Columns(
            str(doc.text),
            read[:, :7].tobytes(),
            [forms.get(orth) or self._form(orth, doc.vocab) for orth in orths],
            [[name(key, strings) for key in column] for column in named],
            list(map(add, count(), far)),
            [start == 1 for start in starts],
            places,
            [" " if space else "" for space in spaces],
            {},
        )

    def tree(self, columns: "Columns") -> Tree:
        """A tree of its own."""
        tree = Tree(columns.text, columns.key, columns.places, columns.heads, columns.shared)
        words = tree.words
        read = zip(columns.forms, *columns.names, columns.starts, columns.places, columns.spaces, strict=True)
        for at, (form, lemma, kind, tag, dep, start, place, space) in enumerate(read):
            word = Word()
            word._form, word.text, word.lower_ = form, form.text, form.lower
            word.doc, word.i, word.idx = tree, at, place
            word.lemma_, word.pos_, word.tag_, word.dep_ = lemma, kind, tag, dep
            word.whitespace_, word.is_sent_start = space, start
            words.append(word)
        for word, head in zip(words, columns.heads, strict=True):
            word.head = words[head]
        return tree

    def _name(self, key: int, strings: Any) -> str:
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = strings[key & (2**64 - 1)]
        return found

    def _form(self, key: int, vocab: Any) -> Form:
        lexeme = vocab[key & (2**64 - 1)]
        text, lower = lexeme.text, lexeme.lower_
        form = self._forms[key] = Form(
            text,
            text if lower == text else lower,  # one object, which is quick to compare with itself
            lexeme.is_alpha,
            lexeme.is_digit,
            lexeme.is_punct,
            lexeme.is_space,
            lexeme.is_stop,
            lexeme.is_currency,
            lexeme.like_num,
        )
        return form
