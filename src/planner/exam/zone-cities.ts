/**
 * Cities by country and time zone, as people name them. Countries and zones are those of the IANA time zone database
 * (`zone.tab`, in the public domain); where its name for a zone is no longer the city's, or other cities of the zone are better
 * known, theirs stand after "=".
 */
import { placeOf } from './time-zones.ts';

const table = `
AD Europe/Andorra
AE Asia/Dubai=Dubai,Abu Dhabi
AF Asia/Kabul=Kabul,Herat
AG America/Antigua
AI America/Anguilla
AL Europe/Tirane=Tirana
AM Asia/Yerevan
AO Africa/Luanda
AQ Antarctica/McMurdo;Antarctica/Casey;Antarctica/Davis;Antarctica/DumontDUrville=Dumont d’Urville;Antarctica/Mawson;Antarctica/Palmer;Antarctica/Rothera;Antarctica/Syowa;Antarctica/Troll;Antarctica/Vostok
AR America/Argentina/Buenos_Aires=Buenos Aires,Rosario;America/Argentina/Cordoba=Córdoba;America/Argentina/Salta;America/Argentina/Jujuy;America/Argentina/Tucuman=Tucumán;America/Argentina/Catamarca;America/Argentina/La_Rioja;America/Argentina/San_Juan;America/Argentina/Mendoza;America/Argentina/San_Luis;America/Argentina/Rio_Gallegos;America/Argentina/Ushuaia
AS Pacific/Pago_Pago
AT Europe/Vienna
AU Australia/Lord_Howe;Antarctica/Macquarie;Australia/Hobart;Australia/Melbourne;Australia/Sydney=Sydney,Canberra;Australia/Broken_Hill;Australia/Brisbane=Brisbane,Gold Coast;Australia/Lindeman;Australia/Adelaide;Australia/Darwin;Australia/Perth;Australia/Eucla
AW America/Aruba
AX Europe/Mariehamn
AZ Asia/Baku
BA Europe/Sarajevo
BB America/Barbados
BD Asia/Dhaka=Dhaka,Chittagong
BE Europe/Brussels
BF Africa/Ouagadougou
BG Europe/Sofia
BH Asia/Bahrain=Manama
BI Africa/Bujumbura
BJ Africa/Porto-Novo
BL America/St_Barthelemy=Saint Barthélemy
BM Atlantic/Bermuda
BN Asia/Brunei=Bandar Seri Begawan
BO America/La_Paz=La Paz,Santa Cruz
BQ America/Kralendijk
BR America/Noronha;America/Belem=Belém;America/Fortaleza;America/Recife;America/Araguaina=Araguaína;America/Maceio=Maceió;America/Bahia=Bahia,Salvador;America/Sao_Paulo=São Paulo,Rio de Janeiro,Brasília,Belo Horizonte,Curitiba,Porto Alegre;America/Campo_Grande;America/Cuiaba=Cuiabá;America/Santarem=Santarém;America/Porto_Velho;America/Boa_Vista;America/Manaus;America/Eirunepe=Eirunepé;America/Rio_Branco
BS America/Nassau
BT Asia/Thimphu
BW Africa/Gaborone
BY Europe/Minsk
BZ America/Belize=Belize City
CA America/St_Johns=St. John’s,Newfoundland;America/Halifax=Halifax,Nova Scotia;America/Glace_Bay;America/Moncton;America/Goose_Bay;America/Blanc-Sablon;America/Toronto=Toronto,Ottawa,Montréal;America/Iqaluit;America/Atikokan;America/Winnipeg;America/Resolute;America/Rankin_Inlet;America/Regina;America/Swift_Current;America/Edmonton=Edmonton,Calgary;America/Cambridge_Bay;America/Inuvik;America/Creston;America/Dawson_Creek;America/Fort_Nelson;America/Whitehorse;America/Dawson;America/Vancouver=Vancouver,Victoria
CC Indian/Cocos
CD Africa/Kinshasa=Kinshasa,Matadi;Africa/Lubumbashi
CF Africa/Bangui
CG Africa/Brazzaville
CH Europe/Zurich=Zürich,Geneva
CI Africa/Abidjan=Abidjan,Yamoussoukro
CK Pacific/Rarotonga
CL America/Santiago;America/Coyhaique;America/Punta_Arenas;Pacific/Easter
CM Africa/Douala=Douala,Yaoundé
CN Asia/Shanghai=Shanghai,Beijing,Guangzhou,Shenzhen;Asia/Urumqi=Ürümqi
CO America/Bogota=Bogotá,Medellín,Cali
CR America/Costa_Rica=San José
CU America/Havana
CV Atlantic/Cape_Verde
CW America/Curacao=Curaçao
CX Indian/Christmas
CY Asia/Nicosia;Asia/Famagusta
CZ Europe/Prague
DE Europe/Berlin=Berlin,Munich,Hamburg,Frankfurt;Europe/Busingen
DJ Africa/Djibouti
DK Europe/Copenhagen
DM America/Dominica
DO America/Santo_Domingo=Santo Domingo,Santiago de los Caballeros
DZ Africa/Algiers=Algiers,Oran
EC America/Guayaquil=Guayaquil,Quito;Pacific/Galapagos
EE Europe/Tallinn
EG Africa/Cairo=Cairo,Alexandria
EH Africa/El_Aaiun=El Aaiún
ER Africa/Asmara
ES Europe/Madrid=Madrid,Barcelona;Africa/Ceuta;Atlantic/Canary
ET Africa/Addis_Ababa=Addis Ababa,Dire Dawa
FI Europe/Helsinki
FJ Pacific/Fiji=Suva
FK Atlantic/Stanley
FM Pacific/Chuuk;Pacific/Pohnpei;Pacific/Kosrae
FO Atlantic/Faroe
FR Europe/Paris=Paris,Lyon,Marseille
GA Africa/Libreville
GB Europe/London=London,Manchester,Edinburgh,Birmingham
GD America/Grenada
GE Asia/Tbilisi
GF America/Cayenne
GG Europe/Guernsey
GH Africa/Accra=Accra,Kumasi
GI Europe/Gibraltar
GL America/Nuuk;America/Danmarkshavn;America/Scoresbysund;America/Thule
GM Africa/Banjul
GN Africa/Conakry
GP America/Guadeloupe
GQ Africa/Malabo
GR Europe/Athens
GS Atlantic/South_Georgia
GT America/Guatemala=Guatemala City,Quetzaltenango
GU Pacific/Guam
GW Africa/Bissau
GY America/Guyana
HK Asia/Hong_Kong
HN America/Tegucigalpa
HR Europe/Zagreb
HT America/Port-au-Prince
HU Europe/Budapest
ID Asia/Jakarta=Jakarta,Bandung;Asia/Pontianak;Asia/Makassar;Asia/Jayapura
IE Europe/Dublin
IL Asia/Jerusalem=Jerusalem,Tel Aviv
IM Europe/Isle_of_Man=Douglas
IN Asia/Kolkata=Kolkata,Mumbai,Delhi,Bengaluru,Chennai,Hyderabad,Pune
IO Indian/Chagos
IQ Asia/Baghdad
IR Asia/Tehran
IS Atlantic/Reykjavik
IT Europe/Rome=Rome,Milan
JE Europe/Jersey
JM America/Jamaica=Jamaica,Kingston
JO Asia/Amman
JP Asia/Tokyo=Tokyo,Osaka,Kyoto
KE Africa/Nairobi=Nairobi,Mombasa
KG Asia/Bishkek
KH Asia/Phnom_Penh
KI Pacific/Tarawa;Pacific/Kanton;Pacific/Kiritimati
KM Indian/Comoro
KN America/St_Kitts
KP Asia/Pyongyang
KR Asia/Seoul=Seoul,Busan
KW Asia/Kuwait=Kuwait City
KY America/Cayman
KZ Asia/Almaty=Almaty,Astana;Asia/Qyzylorda;Asia/Qostanay=Kostanay;Asia/Aqtobe;Asia/Aqtau;Asia/Atyrau;Asia/Oral
LA Asia/Vientiane
LB Asia/Beirut
LC America/St_Lucia
LI Europe/Vaduz
LK Asia/Colombo=Colombo,Kandy
LR Africa/Monrovia
LS Africa/Maseru
LT Europe/Vilnius
LU Europe/Luxembourg
LV Europe/Riga
LY Africa/Tripoli
MA Africa/Casablanca=Casablanca,Rabat,Marrakesh
MC Europe/Monaco
MD Europe/Chisinau=Chișinău
ME Europe/Podgorica
MF America/Marigot
MG Indian/Antananarivo
MH Pacific/Majuro;Pacific/Kwajalein
MK Europe/Skopje
ML Africa/Bamako
MM Asia/Yangon=Yangon,Rangoon,Mandalay
MN Asia/Ulaanbaatar;Asia/Hovd
MO Asia/Macau
MP Pacific/Saipan
MQ America/Martinique
MR Africa/Nouakchott
MS America/Montserrat
MT Europe/Malta=Valletta
MU Indian/Mauritius
MV Indian/Maldives=Malé
MW Africa/Blantyre
MX America/Mexico_City=Mexico City,Guadalajara;America/Cancun=Cancún;America/Merida=Mérida;America/Monterrey;America/Matamoros;America/Chihuahua;America/Ciudad_Juarez=Ciudad Juárez;America/Ojinaga;America/Mazatlan=Mazatlán;America/Bahia_Banderas=Bahía de Banderas;America/Hermosillo;America/Tijuana
MY Asia/Kuala_Lumpur=Kuala Lumpur,Penang;Asia/Kuching
MZ Africa/Maputo
NA Africa/Windhoek
NC Pacific/Noumea=Nouméa
NE Africa/Niamey
NF Pacific/Norfolk
NG Africa/Lagos=Lagos,Abuja,Kano,Ibadan
NI America/Managua
NL Europe/Amsterdam=Amsterdam,Rotterdam
NO Europe/Oslo
NP Asia/Kathmandu=Kathmandu,Pokhara
NR Pacific/Nauru
NU Pacific/Niue
NZ Pacific/Auckland=Auckland,Wellington;Pacific/Chatham
OM Asia/Muscat
PA America/Panama=Panama City
PE America/Lima=Lima,Arequipa
PF Pacific/Tahiti;Pacific/Marquesas;Pacific/Gambier
PG Pacific/Port_Moresby=Port Moresby,Lae;Pacific/Bougainville
PH Asia/Manila=Manila,Cebu,Davao
PK Asia/Karachi=Karachi,Lahore,Islamabad
PL Europe/Warsaw=Warsaw,Kraków
PM America/Miquelon
PN Pacific/Pitcairn
PR America/Puerto_Rico=Puerto Rico,San Juan
PS Asia/Gaza;Asia/Hebron
PT Europe/Lisbon=Lisbon,Porto;Atlantic/Madeira;Atlantic/Azores
PW Pacific/Palau
PY America/Asuncion=Asunción
QA Asia/Qatar=Doha
RE Indian/Reunion=Réunion
RO Europe/Bucharest=Bucharest,Cluj
RS Europe/Belgrade
RU Europe/Kaliningrad;Europe/Moscow=Moscow,Saint Petersburg;Europe/Kirov;Europe/Volgograd;Europe/Astrakhan;Europe/Saratov;Europe/Ulyanovsk;Europe/Samara;Asia/Yekaterinburg;Asia/Omsk;Asia/Novosibirsk;Asia/Barnaul;Asia/Tomsk;Asia/Novokuznetsk;Asia/Krasnoyarsk;Asia/Irkutsk;Asia/Chita;Asia/Yakutsk;Asia/Khandyga;Asia/Vladivostok;Asia/Ust-Nera;Asia/Magadan;Asia/Sakhalin;Asia/Srednekolymsk;Asia/Kamchatka;Asia/Anadyr
RW Africa/Kigali
SA Asia/Riyadh=Riyadh,Jeddah,Mecca
SB Pacific/Guadalcanal=Honiara
SC Indian/Mahe=Mahé
SD Africa/Khartoum
SE Europe/Stockholm
SG Asia/Singapore
SH Atlantic/St_Helena
SI Europe/Ljubljana
SJ Arctic/Longyearbyen
SK Europe/Bratislava
SL Africa/Freetown
SM Europe/San_Marino
SN Africa/Dakar
SO Africa/Mogadishu
SR America/Paramaribo
SS Africa/Juba
ST Africa/Sao_Tome=São Tomé
SV America/El_Salvador=San Salvador
SX America/Lower_Princes
SY Asia/Damascus
SZ Africa/Mbabane
TC America/Grand_Turk
TD Africa/Ndjamena=N’Djamena
TF Indian/Kerguelen
TG Africa/Lome=Lomé
TH Asia/Bangkok=Bangkok,Chiang Mai
TJ Asia/Dushanbe
TK Pacific/Fakaofo
TL Asia/Dili
TM Asia/Ashgabat
TN Africa/Tunis
TO Pacific/Tongatapu=Nukuʻalofa
TR Europe/Istanbul=Istanbul,Ankara
TT America/Port_of_Spain
TV Pacific/Funafuti
TW Asia/Taipei=Taipei,Kaohsiung
TZ Africa/Dar_es_Salaam=Dar es Salaam,Dodoma
UA Europe/Simferopol;Europe/Kiev=Kyiv,Kiev,Lviv,Odesa
UG Africa/Kampala=Kampala,Entebbe
UM Pacific/Midway;Pacific/Wake
US America/New_York=New York,Washington,Boston,Philadelphia,Atlanta,Miami,Trenton,Eastern Time (ET);America/Detroit;America/Kentucky/Louisville;America/Kentucky/Monticello;America/Indiana/Indianapolis;America/Indiana/Vincennes;America/Indiana/Winamac;America/Indiana/Marengo;America/Indiana/Petersburg;America/Indiana/Vevay;America/Chicago=Chicago,Houston,Dallas,Austin,Minneapolis,New Orleans,St. Louis,Central Time (CT);America/Indiana/Tell_City;America/Indiana/Knox;America/Menominee;America/North_Dakota/Center;America/North_Dakota/New_Salem;America/North_Dakota/Beulah;America/Denver=Denver,Salt Lake City,Albuquerque,Mountain Time (MT);America/Boise;America/Phoenix=Phoenix,Arizona,Tucson;America/Los_Angeles=Los Angeles,San Francisco,Seattle,San Diego,Portland,Las Vegas,Pacific Time (PT);America/Anchorage=Anchorage,Alaska;America/Juneau;America/Sitka;America/Metlakatla;America/Yakutat;America/Nome;America/Adak;Pacific/Honolulu=Honolulu,Hawaii
UY America/Montevideo=Montevideo,Punta del Este
UZ Asia/Samarkand;Asia/Tashkent=Tashkent,Bukhara
VA Europe/Vatican
VC America/St_Vincent
VE America/Caracas=Caracas,Maracaibo
VG America/Tortola
VI America/St_Thomas
VN Asia/Ho_Chi_Minh=Ho Chi Minh,Hanoi,Saigon
VU Pacific/Efate=Port Vila
WF Pacific/Wallis
WS Pacific/Apia
YE Asia/Aden
YT Indian/Mayotte
ZA Africa/Johannesburg=Johannesburg,Cape Town,Durban,Pretoria
ZM Africa/Lusaka
ZW Africa/Harare=Harare,Bulawayo
`;

/** A city, or a name for a whole zone. */
export type City = {
  readonly name: string;
  readonly zone: string;
  /** The two letters of its country; empty for universal time. */
  readonly country: string;
};

/** Every city that is known by name, by country. */
export const cities: readonly City[] = [
  { name: 'Universal time (UTC, GMT)', zone: 'UTC', country: '' },
  ...table
    .trim()
    .split('\n')
    .flatMap((line) =>
      line
        .slice(3)
        .split(';')
        .flatMap((part) => citiesIn(part, line.slice(0, 2))),
    ),
];

/** The two letters of every country with a city. */
export const countries: readonly string[] = [...new Set(cities.flatMap(({ country }) => country || []))];

function citiesIn(part: string, country: string): City[] {
  const [zone = '', names] = part.split('=');
  return (names?.split(',') ?? [placeOf(zone)]).map((name) => ({ name, zone, country }));
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

/** The country's name: "India" for "IN". */
export function countryName(country: string): string {
  return country === '' ? '' : (countryNames.of(country) ?? country);
}

/** "Kolkata, India" */
export function cityWords({ name, country }: City): string {
  return [name, countryName(country)].filter(Boolean).join(', ');
}

/**
 * The first city of a zone. Devices call some zones by older names, like Asia/Calcutta: these are found too. A zone that is in
 * no list is called as it calls itself.
 */
export function cityOf(zone: string): City {
  const known = cities.find((city) => city.zone === zone);
  if (known) return known;
  const [part = ''] = zone.split('/');
  const name = deviceName(zone);
  const same = name && cities.find((city) => city.zone.startsWith(`${part}/`) && deviceName(city.zone) === name);
  return same || { name: placeOf(zone), zone, country: '' };
}

/** What the device itself calls a zone: one name, whichever it is asked by. Undefined for a zone it does not know. */
function deviceName(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Letters without accents, in lower case, words apart by one space. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Cities whose name or country begins with what was typed, those first that are called just so; so many at most. */
export function findCities(typed: string, most: number): readonly City[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  return cities
    .map((city) => ({ city, rank: rankOf(city, wanted) }))
    .filter(({ rank }) => rank < 5)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ city }) => city);
}

/** 0 for the very name, 5 for a city that was not meant. */
function rankOf(city: City, wanted: string): number {
  const name = plain(city.name);
  const words = plain(cityWords(city));
  if (name === wanted || words === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (words.startsWith(wanted)) return 2;
  if (` ${name}`.includes(` ${wanted}`)) return 3;
  return ` ${words} ${plain(city.zone)}`.includes(` ${wanted}`) ? 4 : 5;
}
