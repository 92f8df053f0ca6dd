"""Lists of questions as offices send them, with what is a question in each; built as Word documents by the tests.

A line of a list is its verdict, its look and its text: `+` is asked, `-` is skipped, `.` is no row of its own. The
looks: `p` paragraph, `b` bold, `c` centred, `h` heading, `t` title, `n` numbered by Word, `m` the same a level deeper,
`u` bullet of Word's, `|` the row of a table (its cells parted by bars; a cell alone stretches across the table). Lines
without a gap between them that begin with `|` are one table.
"""

LETTER_WITH_NUMBERS = """
- p Vienna, 12 March 2024
- p Dear colleagues,
- p I am writing to you in my capacity as secretary of the Working Group on Asset Recovery.
- p The secretariat is preparing a report and would be grateful for your replies to the questions below.
- p Please answer the following questions:
+ p 1. Which States have established asset recovery networks?
+ p 2. What measures have been taken to strengthen mutual legal assistance?
+ p 3. Describe the role of the Global Focal Point Initiative.
- p Please send your replies by 30 April 2024 to the address below.
- p Thank you for your cooperation.
- p Yours sincerely,
- p Jane Doe
- p Chief, Conference Support Section
- p United Nations Office on Drugs and Crime
"""

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

NESTED_LIST = """
- c QUESTIONNAIRE ON THE IMPLEMENTATION OF CHAPTER V
- p The purpose of this questionnaire is to collect information on the implementation of chapter V of the Convention.
+ n Please describe the legal framework for the prevention and detection of transfers of proceeds of crime.
- n Please provide information on:
+ m Measures for direct recovery of property;
+ m International cooperation for purposes of confiscation;
+ m Special cooperation.
+ n Has your country concluded any bilateral agreements on asset recovery?
+ m If so, with which States?
+ m If not, please explain the reasons.
- p Replies should be submitted to the secretariat no later than 1 June.
"""

HEADINGS_BETWEEN = """
. t Survey on cooperation among asset recovery practitioners
. h Introduction
- p This survey is addressed to practitioners. It takes about twenty minutes.
. h A. Networks
+ p Which networks does your office take part in?
+ p How often do these networks meet?
. h B. Information-sharing
+ p Under what conditions may information be shared spontaneously?
+ p Examples of cases in which information was shared without a request
. h C. Contact details
- p Name of respondent:
- p E-mail:
"""

BOLD_HEADINGS = """
- b Questions for the regional workshop
- b Institutional framework
+ p Who coordinates anti-corruption policy?
+ p Which bodies were created after 2010
- b International cooperation
+ p What is the role of liaison magistrates?
+ p Steps taken to speed up requests
- b Technical assistance
+ p Which needs were identified?
"""

IMPERATIVES = """
- p Request for information
- p Reference: CU 2023/187
- p The Secretariat has the honour to refer to resolution 8/1 of the Conference.
+ p Describe the measures taken to implement resolution 8/1.
+ p Identify the challenges that practitioners meet in cases of foreign bribery.
+ p List of States that have reported on article 57 of the Convention.
+ p Outline the procedure for the disposal of confiscated property.
+ p In cases of urgency, explain how requests are transmitted.
+ p Kindly elaborate on the use of non-conviction-based confiscation.
- p The Secretariat avails itself of this opportunity to renew the assurances of its highest consideration.
"""

TOPICS_UNDER_HEADINGS = """
. h Topics for the briefing
+ p Asset recovery networks
+ p Beneficial ownership
+ p Mutual legal assistance in civil and administrative proceedings
+ p Role of financial intelligence units
. h Open points
+ p Settlements and alternative legal mechanisms
+ p Return of assets without confiscation
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

TICKED_ANSWERS = """
- p Instructions: please tick one box for each question.
+ n Has your country ratified the Convention?
- p ☐ Yes
- p ☐ No
- p ☐ Not applicable
+ n Which of the following measures have been adopted?
- u Legislative measures
- u Administrative measures
- u Other (please specify)
+ n Please describe the results achieved so far.
- p Answer: ______________________
- p ______________________________
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

LETTER_THEN_ANNEX = """
- p UNITED NATIONS
- p Office on Drugs and Crime
- p Excellency,
- p I have the honour to transmit herewith a list of questions on the management of seized assets.
- p Accept, Excellency, the assurances of my highest consideration.
- p Maria Rossi
- p Director, Division for Treaty Affairs
- b Annex
- b Questions on the management of seized and confiscated assets
+ p (a) Which authority manages seized assets?
+ p (b) How is the value of perishable goods preserved?
+ p (c) To what extent are proceeds used for victims
"""

EXPLAINED_QUESTIONS = """
- p Dear Sir or Madam,
- b Question 1
- p Paragraph 12 of the report says that networks have been set up in several regions.
+ p Please indicate which regions these are.
- b Question 2
+ p According to the Group, States should designate focal points. What tasks do these focal points have?
- b Question 3
+ p We would be grateful if you could describe how the StAR Initiative supports requesting States.
- p We look forward to hearing from you.
- p With kind regards,
- p The team of the Anti-Corruption Unit
"""

OTHER_LANGUAGE = """
- p Madame, Monsieur,
+ p 1. Quelles mesures ont été prises pour le recouvrement des avoirs ?
+ p 2. Décrire le rôle des points de contact.
+ p 3. Quels États ont répondu au questionnaire ?
- p Merci de votre coopération.
"""

NOTE_VERBALE = """
- p 4 September 2023
- p The Permanent Mission presents its compliments to the Secretariat and has the honour to put some questions.
+ p (1) In which cases may a State decline a request for assistance?
+ p (2) What is said on the sharing of costs?
+ p (3) Summarize the discussion on victims' rights.
- p The Permanent Mission would appreciate a reply at the earliest convenience.
"""

INTERVIEW_GUIDE = """
. t Interview guide
- p Thank you for taking the time to speak with us today. Your answers will be treated confidentially.
- b Warm-up
+ u What is your role in international cooperation?
+ u How long have you worked in this field?
- b Main part
+ u Walk us through a recent case of asset recovery.
+ u Which factors contributed to its success?
- b Closing
+ u Is there anything else that you would like to add?
- p Thank you again for your time.
"""

INDICATORS = """
- | Indicator | Means of verification | Value |
+ | Number of requests for mutual legal assistance received | Annual report | |
+ | Percentage of requests executed within six months | Annual report | |
+ | What is the average duration of proceedings? | | |
"""

SUBQUESTIONS = """
. h 1. Spontaneous information-sharing
+ p 1.1 Does the domestic law allow the sharing of information without a prior request?
+ p 1.2 Please specify the conditions.
. h 2. Joint investigations
+ p 2.1 How many joint investigation teams have been set up?
- p 2.2 For each of them, please indicate:
+ p (a) the States involved;
+ p (b) the legal basis;
+ p (c) the outcome.
- p Please attach copies of the relevant forms to your submission.
"""

EMAIL = """
- p Hi Tom,
- p hope you are well. As discussed, here are the things the Minister wants to know before the meeting on Friday:
+ u what did Switzerland return and to whom
+ u how many networks exist in Africa
+ u position of the G20 on beneficial ownership
+ u anything on virtual assets?
+ p Could you let me have something by Thursday noon?
- p Cheers,
- p Anna
"""

CHECKLIST = """
- c Checklist for country review experts
- p Reviewers should consult the checklist before the dialogue. It is not exhaustive.
- p Article 52
+ n Are financial institutions required to verify the identity of customers?
+ n Has the State party established effective financial disclosure systems for public officials?
- p Article 57
+ n Describe the procedure for the return of embezzled public funds.
+ n Cases in which assets were returned to a State of origin
"""

FORM = """
- p Country: ____________________
- p Name and title of the focal point: ____________________
- p Date of submission: ____________________
- p Guidance for respondents
- p Respondents are invited to base their answers on the period 2018 to 2022. The term covers property of every kind.
+ p Q1. What authorities are competent for the tracing of assets?
- p Answer:
+ p Q2. What training has been provided to them?
- p Answer:
+ p Q3. Further remarks on the subject of asset tracing
- p Answer:
"""

MATRIX = """
- p We kindly ask delegations to fill in the right-hand column.
. | Question (English) | Question (French) | Comments |
+ | What is a focal point? | Qu'est-ce qu'un point de contact ? | |
+ | Which States hosted meetings? | Quels États ont accueilli des réunions ? | |
- p ***
"""

LIST_OF_ISSUES = """
- c List of issues in relation to the third periodic report
- b Article 5
+ p 1. Please provide information on the steps taken to criminalize illicit enrichment.
+ p 2. In view of paragraph 12, please comment on the dismissal of whistle-blowers. Please also provide data.
- b Articles 6 and 7
+ p 3. Please clarify whether the anti-corruption commission is independent.
- p 4. Please provide, in no more than three pages, information on:
+ p (a) New bills or laws, and their respective regulations;
+ p (b) New institutions and their mandates;
+ p (c) Recent ratifications.
"""

WORKSHOP = """
- p Dear participants,
- p Before the workshop in Bangkok we kindly ask you to reflect on the following points:
+ u Good practices in the recovery of virtual assets
+ u Obstacles to informal cooperation
+ u What support would your office need?
- p There is no need to send anything in writing.
- p See you in Bangkok!
+ p The organizers
"""

PARLIAMENT = """
- b Written questions for the Minister of Justice
- p Submitted by Senator Lopez on 3 February 2024
+ p Question 1: How many requests for the freezing of assets were received in 2023?
+ p Question 2: Why was the register of beneficial owners not published?
+ p Question 3: Will the Government ratify the protocol, and if so, when?
- p (The answers are due within four weeks.)
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

RESEARCH = """
. t Research questions
+ p RQ1 What explains the variation in asset return between States?
+ p RQ2 To what extent do networks shorten proceedings?
+ p RQ3 Role of civil society in monitoring returned assets
. h Sources
+ p Which reports of the Working Group discuss monitoring?
"""

MEMORANDUM = """
- p MEMORANDUM
- p TO: Research Unit
- p FROM: Office of the Director
- p DATE: 14 May 2024
- p SUBJECT: Questions ahead of the Working Group
- p The Director has asked for short notes on the issues below. One page for each will do.
+ n Settlements in foreign bribery cases and the share of victims
+ n Status of the StAR Initiative's case database
+ n Has the Group ever discussed non-fungible tokens?
- p Please let me have them by Monday.
+ p M.K.
"""

FREQUENT_QUESTIONS = """
. h About the Convention
+ p When did the Convention enter into force?
+ p How many parties does it have?
. h About asset recovery
+ p What is meant by "direct recovery"?
+ p What can a State do if a request is refused?
- p Last updated: 3 May 2024
"""

NUMBERED_SECTIONS = """
- p Annex III: Questionnaire
- p I. GENERAL
+ p 1. Name the authorities that deal with requests.
+ p 2. State whether they may communicate directly.
- p II. FREEZING AND SEIZURE
+ p 3. Within what time can assets be frozen?
+ p 4. Which evidence is needed?
- p III. OTHER MATTERS
+ p 5. Any other information that you consider relevant
- p End of questionnaire
"""

# In some of them a line is asked that a person would not ask: when nothing is sure, it is.
LISTS = {name: text for name, text in globals().items() if name.isupper()}
