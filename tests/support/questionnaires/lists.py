"""Questions in lists and under headings."""

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

RESEARCH = """
. t Research questions
+ p RQ1 What explains the variation in asset return between States?
+ p RQ2 To what extent do networks shorten proceedings?
+ p RQ3 Role of civil society in monitoring returned assets
. h Sources
+ p Which reports of the Working Group discuss monitoring?
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
