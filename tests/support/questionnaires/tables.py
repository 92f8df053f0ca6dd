"""Questions in tables."""

NUMBER_AND_QUESTION_TABLE = """
- p Please complete the table below.
. | No. | Question |
+ | 1 | What is the mandate of the Working Group? |
+ | 2 | List of States that have designated central authorities |
+ | 3 | Number of requests received since 2015 |
- p Many thanks in advance!
"""

ANSWER_COLUMN = """
. h Part I. Legal framework
. | Question | Answer |
+ | Does your country have legislation on the return of assets? | |
+ | If yes, please describe the relevant provisions. | |
+ | Describe the measures taken to protect witnesses | |
. h Part II. Practice
+ p How many cases were concluded in 2022?
+ p What obstacles were met in these cases?
"""

BILINGUAL_HEADERS = """
- p Questionnaire / Cuestionario
. | No. / N.º | Question / Pregunta | Reply / Respuesta |
+ | 1 | What is asset recovery? | |
+ | 2 | Who is responsible for the return of assets? | |
- p Thank you / Gracias
"""

TABLE_WITHOUT_HEADER = """
- p Good morning,
- p please find below the questions of our delegation.
+ | 1. | What did the Group recommend on information-sharing? | |
+ | 2. | How many experts attended the intersessional meeting? | |
+ | 3. | Please explain the term "grand corruption". | |
- p Best regards
- p Ahmed Khalil
- p First Secretary, Permanent Mission
"""

MERGED_ROWS = """
. | # | Questions | Source |
- | Section A: Prevention |
+ | A1 | What preventive measures are recommended? | report |
+ | A2 | Which States have adopted codes of conduct? | |
- | Section B: Recovery |
+ | B1 | How are assets returned? | |
+ | Please describe any other measure not covered above. |
"""

TWO_TABLES_AND_TEXT = """
- p To: all focal points
- p From: Conference secretariat
- p Subject: draft guidelines
+ p How do the draft guidelines define confidentiality?
. | Id | Question |
+ | a | What does guideline 4 say about third parties? |
+ | b | Which guideline deals with costs? |
+ p Who may ask for spontaneous information?
- | Deadline | 12 May |
- | Contact | secretariat@example.org |
+ p When do the guidelines apply?
"""

INDICATORS = """
- | Indicator | Means of verification | Value |
+ | Number of requests for mutual legal assistance received | Annual report | |
+ | Percentage of requests executed within six months | Annual report | |
+ | What is the average duration of proceedings? | | |
"""

MATRIX = """
- p We kindly ask delegations to fill in the right-hand column.
. | Question (English) | Question (French) | Comments |
+ | What is a focal point? | Qu'est-ce qu'un point de contact ? | |
+ | Which States hosted meetings? | Quels États ont accueilli des réunions ? | |
- p ***
"""

PEER_REVIEW = """
. h Self-assessment
- p Answer each question as fully as possible. Attach relevant documents where available.
- | Ref | Issue | Answer |
- | CHAPTER II – PREVENTIVE MEASURES |
+ | 5.1 | Is your country in compliance with this provision? | (Y) Yes (P) Yes, in part (N) No |
+ | 5.2 | Please cite the applicable policies or practices | |
+ | 5.3 | Provide examples of successful implementation | |
- | CHAPTER V – ASSET RECOVERY |
+ | 51.1 | Please outline actions required to ensure full implementation | |
"""
