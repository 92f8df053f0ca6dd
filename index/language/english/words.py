"""Lists of English words that several patterns are built of."""

MONTHS = tuple("January February March April May June July August September October November December".split())
NUMBERS = tuple(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty".split()
)
LARGE_NUMBERS = tuple("thirty forty fifty sixty hundred thousand million billion dozen".split())
ORDINALS = tuple("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
