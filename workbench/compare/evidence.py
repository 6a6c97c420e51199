"""Whether two quotes render one utterance: what they share, weighed against what chance could make them share."""

from dataclasses import dataclass

from workbench.compare.alignment import Alignment, Words
from workbench.compare.fidelity import grade, whole
from workbench.compare.spelling import concept
from workbench.compare.voices import Voice
from workbench.model import Fidelity

#: By what is known of the speakers: the weight of shared words, and the share of the shorter rendering, that are asked.
_WHOLE = {Voice.SAME: 1.2, Voice.UNCLEAR: 2.0, Voice.DIFFERENT: 2.2}
_PART = {Voice.SAME: (1.8, 0.5), Voice.UNCLEAR: (2.5, 0.5), Voice.DIFFERENT: (4.0, 0.7)}
_CHANGED = {Voice.SAME: (1.8, 0.6), Voice.UNCLEAR: (2.2, 0.64), Voice.DIFFERENT: (4.0, 0.7)}


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for a pair besides its words."""

    voice: Voice
    nearby: float = 0.0  # weight of the words around what is shared that both have, though not both inside the marks
    continued: bool = False  # the one breaks off with an ellipsis, and the other begins with its last words
    together: bool = False  # both stand in one article


def enough(laid: Alignment, support: Support) -> bool:
    """Whether the two are renderings of one utterance.

    Words found whole in the other rendering need the least; words changed inside need more, and a few words the most.
    """
    least = min(len(laid.a), len(laid.b))
    if not laid.blocks or least == 0:
        return False
    if _contained(laid):
        return _enough_whole(laid, support, least)
    if support.continued:
        return support.voice is not Voice.DIFFERENT
    if grade(laid) is not Fidelity.ALTERED:
        weight, share = _PART[support.voice]
        return laid.run >= 4 and laid.shared >= weight and laid.share >= share
    block = whole(laid)
    if (
        block
        and sum(word.weight for word in laid.a[block.a1 : block.a2]) >= 2.5
        and support.voice is not Voice.DIFFERENT
    ):
        return True
    return _enough_changed(laid, support, least)


def enough_reported(laid: Alignment, support: Support) -> bool:
    """Whether indirect speech has the content of the other: nearly all its words, in whatever order and inflection."""
    one, two = _content(laid.a), _content(laid.b)
    least = min(len(one), len(two))
    shared = len(one & two)
    if support.voice is Voice.DIFFERENT:
        return False
    if support.voice is Voice.SAME and _contained(laid) and laid.shared >= 2.5 and min(len(laid.a), len(laid.b)) > 3:
        return True
    if support.voice is Voice.SAME and shared >= 3 and shared >= 0.7 * max(len(one), len(two)):
        return True
    asked = 0.7 if support.voice is Voice.SAME else 0.85
    return shared >= max(4, asked * least) and 2 * shared >= max(len(one), len(two))


def enough_retold(laid: Alignment, support: Support) -> bool:
    """Whether one speaker's words have nearly the same content in both, as two translations of them have."""
    one, two = _content(laid.a), _content(laid.b)
    shared = len(one & two)
    return support.voice is Voice.SAME and shared >= 4 and shared >= 0.75 * max(len(one), len(two))


def _content(words: Words) -> frozenset[str]:
    return frozenset(concept(word.key) for word in words if word.weight == 1)


def _contained(laid: Alignment) -> bool:
    """Whether the one stands whole, and in one piece, in the other."""
    edges = (laid.lead, laid.tail)
    return not laid.inner and (all(gap.a1 == gap.a2 for gap in edges) or all(gap.b1 == gap.b2 for gap in edges))


def _enough_whole(laid: Alignment, support: Support, least: int) -> bool:
    """Whether words that the one has whole of the other are too many, or too rare, for chance."""
    if least == 1:  # one word, such as "reckless", only where both quote that one word of one speaker
        return not laid.gaps and laid.shared >= 1 and support.voice is Voice.SAME
    if support.together and support.voice is Voice.UNCLEAR:
        return laid.shared >= _WHOLE[Voice.SAME]
    if support.voice is Voice.DIFFERENT and least < 5:
        return False
    if support.voice is Voice.UNCLEAR and least < 4:
        alone = least == 3 and max(len(laid.a), len(laid.b)) <= 4  # nothing else is quoted on either side
        return laid.shared >= (2.0 if alone else 2.5) or (support.nearby >= 0.4 and laid.shared >= 1.5)
    if least == 2 and laid.gaps and not support.nearby:
        return laid.shared >= 2.0
    return laid.shared >= _WHOLE[support.voice]


def _enough_changed(laid: Alignment, support: Support, least: int) -> bool:
    """Whether what is shared around changed words is enough, close enough together, and in runs."""
    weight, share = _CHANGED[support.voice]
    if least < 5:
        near = support.nearby > 0 if laid.lead_or_tail else laid.shared >= 2.0
        return support.voice is Voice.SAME and _one_word_changed(laid) and near and laid.shared >= 1.4
    if support.voice is Voice.DIFFERENT and least < 8:
        return False
    dense = laid.density >= (0.6 if least < 8 else 0.4)
    return dense and laid.run >= 3 - (least < 8) and laid.shared >= weight and laid.share >= share


def _one_word_changed(laid: Alignment) -> bool:
    """Whether the shorter rendering stands in the other but for one word in the middle."""
    if len(laid.inner) != 1:
        return False
    gap = laid.inner[0]
    small_is_a = len(laid.a) <= len(laid.b)
    edges = (laid.lead, laid.tail)
    full = all((e.a1 == e.a2) if small_is_a else (e.b1 == e.b2) for e in edges)
    sizes = (gap.a2 - gap.a1, gap.b2 - gap.b1)
    return full and (sizes == (1, 1) or (not laid.lead_or_tail and max(sizes) == 1))
