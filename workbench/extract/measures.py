"""What a reading and its bound say of the quantity: the number named, and the range that it allows."""

from workbench.extract.readings import Reading
from workbench.model import Bound, Measure


def measure(reading: Reading, unit: str | None, bound: Bound | None, *, more: int = 0) -> Measure:
    """The measure of a reading; `more` persons are named beside its number."""
    numeral, upper = reading.numeral, reading.upper
    if upper is not None:
        about = bound is Bound.ABOUT
        return Measure(None, numeral.value, upper.value, unit, approximate=about, bound=Bound.ABOUT if about else None)
    if numeral.value is None:
        return Measure(None, numeral.low, numeral.high, unit)
    value = numeral.value + more
    if bound is Bound.ABOUT:
        return Measure(value, None, None, unit, approximate=True, bound=bound)
    low = value if bound not in (Bound.BELOW, Bound.AT_MOST) else None
    high = value if bound not in (Bound.ABOVE, Bound.AT_LEAST) else None
    return Measure(value, low, high, unit, bound=bound or Bound.EXACT)
