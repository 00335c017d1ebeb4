"""How alike two short words are."""


def jaro_winkler(one: str, other: str) -> float:
    """Jaro-Winkler similarity from 0.0 (nothing in common) to 1.0 (equal).

    A common beginning of up to four letters raises a likeness above 0.7 (Winkler 1990).
    """
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    reach = max(max(len(one), len(other)) // 2 - 1, 0)
    mine = []
    taken = [False] * len(other)
    for i, letter in enumerate(one):
        for j in range(max(i - reach, 0), min(i + reach + 1, len(other))):
            if not taken[j] and other[j] == letter:
                taken[j] = True
                mine.append(letter)
                break
    if not mine:
        return 0.0
    theirs = [letter for letter, is_taken in zip(other, taken, strict=True) if is_taken]
    exchanged = sum(a != b for a, b in zip(mine, theirs, strict=True)) // 2
    found = len(mine)
    jaro = (found / len(one) + found / len(other) + (found - exchanged) / found) / 3
    if jaro <= 0.7:
        return jaro
    common = 0
    for a, b in zip(one[:4], other[:4], strict=False):
        if a != b:
            break
        common += 1
    return jaro + common * 0.1 * (1 - jaro)


def is_one_slip(one: str, other: str) -> bool:
    """Whether one typing slip parts them: a character changed, left out, added or two exchanged.

    Equal words are not a slip apart.
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[1::-1] == b[:2] and a[2:] == b[2:])
