"""Questions in letters, notes and messages."""

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
