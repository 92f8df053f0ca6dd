"""The countries that English texts name: the Member States and the two observer States of the United Nations.

The first of the names of a country is its short one as the list of Member States prints it (un.org, "Member States";
compared with the names of ISO 3166-1), the others are what else it is called and what its people are. `American`,
`Dominican` and the like are left out: they are said of others as well.
"""

_LINES = """
Afghanistan|Afghan
Albania|Albanian
Algeria|Algerian
Andorra|Andorran
Angola|Angolan
Antigua and Barbuda
Argentina|Argentine|Argentinian
Armenia|Armenian
Australia|Australian
Austria|Austrian
Azerbaijan|Azerbaijani
Bahamas|Bahamian
Bahrain|Bahraini
Bangladesh|Bangladeshi
Barbados|Barbadian
Belarus|Belarusian
Belgium|Belgian
Belize|Belizean
Benin|Beninese
Bhutan|Bhutanese
Bolivia|Plurinational State of Bolivia|Bolivian
Bosnia and Herzegovina|Bosnia|Bosnian
Botswana
Brazil|Brazilian
Brunei Darussalam|Brunei
Bulgaria|Bulgarian
Burkina Faso|Burkinabe|Burkinabè
Burundi|Burundian
Cabo Verde|Cape Verde
Cambodia|Cambodian
Cameroon|Cameroonian
Canada|Canadian
Central African Republic
Chad|Chadian
Chile|Chilean
China|Chinese|People's Republic of China
Colombia|Colombian
Comoros|Comorian
Congo|Congolese|Republic of the Congo|Congo-Brazzaville
Costa Rica|Costa Rican
Côte d'Ivoire|Ivory Coast|Ivorian
Croatia|Croatian
Cuba|Cuban
Cyprus|Cypriot
Czechia|Czech Republic|Czech
Democratic People's Republic of Korea|North Korea|North Korean|DPRK
Democratic Republic of the Congo|DRC|DR Congo|Congo|Congolese
Denmark|Danish|Dane
Djibouti|Djiboutian
Dominica
Dominican Republic
Ecuador|Ecuadorian
Egypt|Egyptian
El Salvador|Salvadoran
Equatorial Guinea
Eritrea|Eritrean
Estonia|Estonian
Eswatini|Swaziland
Ethiopia|Ethiopian
Fiji|Fijian
Finland|Finnish
France|French
Gabon|Gabonese
Gambia|Gambian
Georgia|Georgian
Germany|German
Ghana|Ghanaian
Greece|Greek
Grenada|Grenadian
Guatemala|Guatemalan
Guinea|Guinean
Guinea-Bissau
Guyana|Guyanese
Haiti|Haitian
Holy See|Vatican
Honduras|Honduran
Hungary|Hungarian
Iceland|Icelandic
India|Indian
Indonesia|Indonesian
Iran|Iranian|Islamic Republic of Iran
Iraq|Iraqi
Ireland|Irish
Israel|Israeli
Italy|Italian
Jamaica|Jamaican
Japan|Japanese
Jordan|Jordanian
Kazakhstan|Kazakh
Kenya|Kenyan
Kiribati
Kuwait|Kuwaiti
Kyrgyzstan|Kyrgyz Republic|Kyrgyz
Lao People's Democratic Republic|Laos|Lao|Laotian
Latvia|Latvian
Lebanon|Lebanese
Lesotho
Liberia|Liberian
Libya|Libyan
Liechtenstein
Lithuania|Lithuanian
Luxembourg
Madagascar|Malagasy
Malawi|Malawian
Malaysia|Malaysian
Maldives|Maldivian
Mali|Malian
Malta|Maltese
Marshall Islands|Marshallese
Mauritania|Mauritanian
Mauritius|Mauritian
Mexico|Mexican
Micronesia|Micronesian
Monaco|Monegasque
Mongolia|Mongolian
Montenegro|Montenegrin
Morocco|Moroccan
Mozambique|Mozambican
Myanmar|Burma|Burmese
Namibia|Namibian
Nauru|Nauruan
Nepal|Nepalese|Nepali
Netherlands|Dutch
New Zealand
Nicaragua|Nicaraguan
Niger|Nigerien
Nigeria|Nigerian
North Macedonia
Norway|Norwegian
Oman|Omani
Pakistan|Pakistani
Palau|Palauan
Panama|Panamanian
Papua New Guinea
Paraguay|Paraguayan
Peru|Peruvian
Philippines|Philippine|Filipino
Poland|Polish
Portugal|Portuguese
Qatar|Qatari
Republic of Korea|South Korea|South Korean
Republic of Moldova|Moldova|Moldovan
Romania|Romanian
Russian Federation|Russia|Russian
Rwanda|Rwandan
Saint Kitts and Nevis
Saint Lucia
Saint Vincent and the Grenadines
Samoa|Samoan
San Marino
Sao Tome and Principe
Saudi Arabia|Saudi
Senegal|Senegalese
Serbia|Serbian
Seychelles
Sierra Leone
Singapore|Singaporean
Slovakia|Slovak
Slovenia|Slovenian
Solomon Islands
Somalia|Somali
South Africa|South African
South Sudan|South Sudanese
Spain|Spanish
Sri Lanka|Sri Lankan
State of Palestine|Palestine|Palestinian
Sudan|Sudanese
Suriname|Surinamese
Sweden|Swedish
Switzerland|Swiss
Syrian Arab Republic|Syria|Syrian
Tajikistan|Tajik
Thailand|Thai
Timor-Leste|East Timor|Timorese
Togo|Togolese
Tonga|Tongan
Trinidad and Tobago
Tunisia|Tunisian
Türkiye|Turkey|Turkish
Turkmenistan|Turkmen
Tuvalu|Tuvaluan
Uganda|Ugandan
Ukraine|Ukrainian
United Arab Emirates|UAE|Emirati
United Kingdom|Great Britain|Britain|British|UK
United Republic of Tanzania|Tanzania|Tanzanian
United States of America|United States|USA|US|U.S.
Uruguay|Uruguayan
Uzbekistan|Uzbek
Vanuatu
Venezuela|Venezuelan|Bolivarian Republic of Venezuela
Viet Nam|Vietnam|Vietnamese
Yemen|Yemeni
Zambia|Zambian
Zimbabwe|Zimbabwean
"""

COUNTRIES = tuple(tuple(line.split("|")) for line in _LINES.split("\n") if line)
# What stands around the name of a country and makes it part of another name: `Latin American`, `Indian Ocean`.
NOT_COUNTRIES = (
    "Indian Ocean", "French Polynesia", "New Guinea", "Gulf of Guinea", "Gulf of Oman", "Lake Chad", "South China Sea",
    "New Mexico", "Gulf of Mexico", "West Indian", "East Indian", "British Virgin Islands", "American Samoa",
    "French Guiana", "Northern Ireland",
)  # fmt: skip
