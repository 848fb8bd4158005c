"""Names in any script: read, compared and found. Pure: no database, no web, no network.

    match("양즈린", "杨植麟")      Match(score=1.0, why=(…))       are these names of the same?
    best_matches("칭화대", names, limit=5)                        which of these is it?
    keys("Kai-Fu Lee"), entity_keys(["李开复", "리카이푸"])         what to look a name up by, among millions

A name becomes a lattice of all that it can be read as (`lattice`): Chinese characters by their Mandarin and
Sino-Korean readings (`hanzi`, `sino_korean`), Hangul by the syllables of Mandarin that it can stand for (`hangul`),
Latin letters by pinyin and older spellings (`latin`), whole words by what they mean (`words`). `matching` finds the
best way through two lattices; `brands` knows what follows no reading; `sounding` compares the rest by ear.
"""
