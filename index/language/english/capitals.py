"""Capitals that English texts and questions say for a Government: `Juba agreed`.

Left out are those that agreements, conventions and conferences are called after (Paris, Vienna, Rome, Doha), those that
are called as their State is, and those that are words or names of people as well.
"""

_LINES = """
Abuja|Nigeria
Algiers|Algeria
Amman|Jordan
Ankara|Türkiye
Antananarivo|Madagascar
Ashgabat|Turkmenistan
Asmara|Eritrea
Astana|Kazakhstan
Athens|Greece
Baghdad|Iraq
Baku|Azerbaijan
Bamako|Mali
Bangkok|Thailand
Bangui|Central African Republic
Beirut|Lebanon
Belgrade|Serbia
Bishkek|Kyrgyzstan
Bogota|Colombia
Bogotá|Colombia
Brazzaville|Congo
Bujumbura|Burundi
Buenos Aires|Argentina
Canberra|Australia
Caracas|Venezuela
Chisinau|Moldova
Damascus|Syrian Arab Republic
Delhi|India
Dhaka|Bangladesh
Dushanbe|Tajikistan
Gaborone|Botswana
Hanoi|Viet Nam
Harare|Zimbabwe
Islamabad|Pakistan
Jakarta|Indonesia
Juba|South Sudan
Kabul|Afghanistan
Kampala|Uganda
Kathmandu|Nepal
Khartoum|Sudan
Kiev|Ukraine
Kigali|Rwanda
Kinshasa|Democratic Republic of the Congo
Kuala Lumpur|Malaysia
Kyiv|Ukraine
Libreville|Gabon
Lilongwe|Malawi
Luanda|Angola
Lusaka|Zambia
Managua|Nicaragua
Maputo|Mozambique
Minsk|Belarus
Mogadishu|Somalia
Montevideo|Uruguay
Moscow|Russian Federation
N'Djamena|Chad
Naypyidaw|Myanmar
New Delhi|India
Niamey|Niger
Nouakchott|Mauritania
Ottawa|Canada
Ouagadougou|Burkina Faso
Phnom Penh|Cambodia
Podgorica|Montenegro
Port-au-Prince|Haiti
Pretoria|South Africa
Pyongyang|Democratic People's Republic of Korea
Quito|Ecuador
Rabat|Morocco
Riyadh|Saudi Arabia
San Salvador|El Salvador
Sana'a|Yemen
Sanaa|Yemen
Santo Domingo|Dominican Republic
Sarajevo|Bosnia and Herzegovina
Seoul|Republic of Korea
Skopje|North Macedonia
Tashkent|Uzbekistan
Tbilisi|Georgia
Tegucigalpa|Honduras
Tehran|Iran
Tripoli|Libya
Tunis|Tunisia
Ulaanbaatar|Mongolia
Vientiane|Lao People's Democratic Republic
Windhoek|Namibia
Yaounde|Cameroon
Yaoundé|Cameroon
Yerevan|Armenia
"""
CAPITALS: dict[str, str] = dict(line.split("|") for line in _LINES.split("\n") if line)
"""The State that each stands for."""
