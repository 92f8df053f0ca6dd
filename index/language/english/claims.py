"""English words that turn what a sentence says into its opposite, or say how much, when and how bindingly."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opposites:
    """Two ways to say a thing that cannot both be so: patterns of whole words, and what is compared.

    `added` is whether a sentence must not have a word of either that the text lacks.
    """

    name: str
    one: str
    other: str
    added: bool = False


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """The words of a claim. All are patterns of whole words in small letters.

    `negations` deny what comes after them, `denials` do in other words, `not_denying` are phrases with such words that
    deny nothing. `opposites` are pairs of directions, quantities and duties.
    """

    negations: str
    denials: str
    not_denying: str
    opposites: tuple[Opposites, ...]


CLAIMS = ClaimWords(
    negations=r"not|no|never|neither|nor|none|nobody|nothing|cannot|without|\w+n't",
    denials=(
        r"non|lack|lacks|lacked|lacking|absence|absent|fail|fails|failed|failing|failure|unable|inability|refuse[sd]?|"
        r"refusing|refusal|declined to|except|excluding|excludes?|excluded|hardly|rarely|prohibit\w*|unlikely|"
        r"prevent\w*|impossible|un(?:available|necessary|clear|willing|known|feasible)|in(?:sufficient|adequate|complete)|"
        r"instead of|rather than|avoid\w*|free of charge|already|only"
    ),
    not_denying=(
        r"not only\b(?=.{0,200}\bbut\b)|whether or not|not limited to|without prejudice|without prior|if not|no doubt|"
        r"no later than|not later than|no fewer than|no less than|not less than|no more than|not more than|nos?\. ?\d+"
    ),
    opposites=(
        Opposites(
            "bound",
            r"more than|over|at least|exceed\w*|above|no fewer than|no less than|not less than|minimum|or more",
            r"less than|fewer than|under|at most|below|up to|no more than|not more than|maximum|nearly|almost|or less",
        ),
        Opposites(
            "change",
            r"increas\w*|rise|rises|rose|risen|rising|grew|grow\w*|higher|greater|more|enhanc\w*|expand\w*|improv\w*",
            r"decreas\w*|declin\w*|fell|fallen|falling|drop|dropped|drops|lower\w*|reduc\w*|less|fewer|weaken\w*|smaller",
        ),
        Opposites("time", r"before|prior to|ahead of|until|no later than", r"after|following|since|subsequent\w*|from"),
        Opposites(
            "share",
            r"all|every|each|always|any|entire|whole|both|wholly|fully|unanimous\w*|full",
            r"some|several|many|most|few|certain|partly|often|sometimes|one|majority|minority|occasionally",
        ),
        Opposites(
            "duty",
            r"must|shall|required|requires?|obliged|obligation\w*|obligat\w*|mandatory|binding|needs?|needed|have to",
            r"may|might|could|can|optional|voluntar\w*|allow\w*|permit\w*|encourag\w*|invite[sd]?|should|recommend\w*",
        ),
        Opposites(
            "success",
            r"succe\w*|accept\w*|agree[ds]?|approv\w*|adopt\w*|support\w*|welcom\w*|allow\w*|permit\w*|includ\w*",
            r"reject\w*|refus\w*|oppos\w*|disagree\w*|denied|deny|prohibit\w*|forb\w*|exclud\w*|criticiz\w*",
        ),
        Opposites(
            "course", r"start\w*|began|begin\w*|open\w*|launch\w*|establish\w*|creat\w*|join\w*",
            r"end|ended|ends|ending|clos\w*|terminat\w*|abolish\w*|dissol\w*|cancel\w*|suspend\w*|withdr\w*|left",
        ),
    ),
)  # fmt: skip
