"""The words of texts as they are printed."""

from index.search.vocabulary import LENGTH, Vocabulary, WordCounts, letters_of


def test_words_stand_by_how_often_they_are_printed_in_the_way_they_are_printed_most() -> None:
    words = Vocabulary.of(WordCounts.of(["Vienna met", "In Vienna they met, vienna", "Banks met again in Banks"])).words
    assert words == ("Vienna", "Banks", "again", "they")


def test_compounds_are_found_by_their_letters() -> None:
    assert Vocabulary.of(WordCounts.of(["anti-corruption", "Anti-Corruption and anti-corruption"])).compounds == {
        "anticorruption": "anti-corruption"
    }


def test_letters_are_counted_with_others_and_all_of_them() -> None:
    (counts,) = letters_of(["baé"]).tolist()
    assert (counts[0], counts[1], counts[26], counts[LENGTH], sum(counts)) == (1, 1, 1, 3, 6)
