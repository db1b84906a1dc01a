// SPDX-FileCopyrightText: 2026 The Reserve Console authors
// SPDX-License-Identifier: MIT
#include "models/itip/zonealiases.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace reserve {

namespace {

struct Alias
{
    QByteArrayView name;
    QByteArrayView ianaId;
};

// Mexico ended summer time in 2022 and moved Chihuahua to the time of its capital; Kazakhstan moved Almaty in 2024.
constexpr std::array<Alias, 2> changed{{
    {"Central Asia Standard Time", "Asia/Bishkek"},
    {"Mountain Standard Time (Mexico)", "America/Mazatlan"},
}};

// The name now, and the one of CLDR.
constexpr std::array<Alias, 20> renamed{{
    {"Africa/Asmara", "Africa/Asmera"},
    {"America/Argentina/Buenos_Aires", "America/Buenos_Aires"},
    {"America/Argentina/Catamarca", "America/Catamarca"},
    {"America/Argentina/Cordoba", "America/Cordoba"},
    {"America/Argentina/Jujuy", "America/Jujuy"},
    {"America/Argentina/Mendoza", "America/Mendoza"},
    {"America/Atikokan", "America/Coral_Harbour"},
    {"America/Indiana/Indianapolis", "America/Indianapolis"},
    {"America/Kentucky/Louisville", "America/Louisville"},
    {"America/Nuuk", "America/Godthab"},
    {"Asia/Ho_Chi_Minh", "Asia/Saigon"},
    {"Asia/Kathmandu", "Asia/Katmandu"},
    {"Asia/Kolkata", "Asia/Calcutta"},
    {"Asia/Yangon", "Asia/Rangoon"},
    {"Atlantic/Faroe", "Atlantic/Faeroe"},
    {"Europe/Kyiv", "Europe/Kiev"},
    {"Pacific/Chuuk", "Pacific/Truk"},
    {"Pacific/Kanton", "Pacific/Enderbury"},
    {"Pacific/Pohnpei", "Pacific/Ponape"},
    {"UTC", "Etc/UTC"},
}};

constexpr std::array<Alias, 45> aliases{{
    {"tzone://Microsoft/Utc", "UTC"},
    {"Coordinated Universal Time", "UTC"},
    {"Z", "UTC"},
    {"GMT", "Etc/GMT"},
    {"Mid-Atlantic Standard Time", "Atlantic/South_Georgia"},
    {"Kamchatka Standard Time", "Asia/Kamchatka"},
    {"E. Europe Standard Time", "Europe/Chisinau"},
    {"Mexico Standard Time", "America/Mexico_City"},
    {"Mexico Standard Time 2", "America/Chihuahua"},
    {"Armenian Standard Time", "Asia/Yerevan"},
    // Old names of the database in one word (its file "backward"), which not every machine installs.
    {"CET", "Europe/Brussels"},
    {"Cuba", "America/Havana"},
    {"EET", "Europe/Athens"},
    {"EST", "America/Panama"},
    {"Egypt", "Africa/Cairo"},
    {"Eire", "Europe/Dublin"},
    {"GB", "Europe/London"},
    {"GB-Eire", "Europe/London"},
    {"Greenwich", "Etc/GMT"},
    {"HST", "Pacific/Honolulu"},
    {"Hongkong", "Asia/Hong_Kong"},
    {"Iceland", "Atlantic/Reykjavik"},
    {"Iran", "Asia/Tehran"},
    {"Israel", "Asia/Jerusalem"},
    {"Jamaica", "America/Jamaica"},
    {"Japan", "Asia/Tokyo"},
    {"Kwajalein", "Pacific/Kwajalein"},
    {"Libya", "Africa/Tripoli"},
    {"MET", "Europe/Brussels"},
    {"MST", "America/Phoenix"},
    {"NZ", "Pacific/Auckland"},
    {"NZ-CHAT", "Pacific/Chatham"},
    {"Navajo", "America/Denver"},
    {"PRC", "Asia/Shanghai"},
    {"Poland", "Europe/Warsaw"},
    {"Portugal", "Europe/Lisbon"},
    {"ROC", "Asia/Taipei"},
    {"ROK", "Asia/Seoul"},
    {"Singapore", "Asia/Singapore"},
    {"Turkey", "Europe/Istanbul"},
    {"UCT", "UTC"},
    {"Universal", "UTC"},
    {"W-SU", "Europe/Moscow"},
    {"WET", "Europe/Lisbon"},
    {"Zulu", "UTC"},
}};

// Sorted by name: display names of Windows from XP on, those of Outlook 2003 with slashes included.
constexpr Alias places[] = {
    {"abu dhabi muscat", "Asia/Dubai"},
    {"adelaide", "Australia/Adelaide"},
    {"alaska", "America/Anchorage"},
    {"almaty novosibirsk", "Asia/Almaty"},
    {"amman", "Asia/Amman"},
    {"amsterdam berlin bern rome stockholm vienna", "Europe/Berlin"},
    {"amsterdam copenhagen madrid paris vilnius", "Europe/Paris"},
    {"arizona", "America/Phoenix"},
    {"astana dhaka", "Asia/Dhaka"},
    {"asuncion", "America/Asuncion"},
    {"athens beirut istanbul minsk", "Europe/Athens"},
    {"athens bucharest", "Europe/Bucharest"},
    {"athens bucharest istanbul", "Europe/Athens"},
    {"atlantic time canada", "America/Halifax"},
    {"auckland wellington", "Pacific/Auckland"},
    {"azores", "Atlantic/Azores"},
    {"baghdad", "Asia/Baghdad"},
    {"baku", "Asia/Baku"},
    {"baku tbilisi yerevan", "Asia/Baku"},
    {"bangkok hanoi jakarta", "Asia/Bangkok"},
    {"beijing chongqing hong kong urumqi", "Asia/Shanghai"},
    {"beijing hong kong sar urumqi", "Asia/Shanghai"},
    {"beirut", "Asia/Beirut"},
    {"belgrade bratislava budapest ljubljana prague", "Europe/Budapest"},
    {"belgrade sarajevo zagreb", "Europe/Belgrade"},
    {"bogota lima quito", "America/Bogota"},
    {"bogota lima quito rio branco", "America/Bogota"},
    {"brasilia", "America/Sao_Paulo"},
    {"brisbane", "Australia/Brisbane"},
    {"brussels copenhagen madrid paris", "Europe/Paris"},
    {"brussels copenhagen madrid paris vilnius", "Europe/Paris"},
    {"bucharest", "Europe/Bucharest"},
    {"budapest belgrade prague", "Europe/Budapest"},
    {"buenos aires", "America/Argentina/Buenos_Aires"},
    {"buenos aires georgetown", "America/Argentina/Buenos_Aires"},
    {"cabo verde is", "Atlantic/Cape_Verde"},
    {"cairo", "Africa/Cairo"},
    {"canberra melbourne sydney", "Australia/Sydney"},
    {"cape verde is", "Atlantic/Cape_Verde"},
    {"caracas", "America/Caracas"},
    {"caracas la paz", "America/La_Paz"},
    {"casablanca", "Africa/Casablanca"},
    {"casablanca monrovia", "Africa/Monrovia"},
    {"cayenne fortaleza", "America/Cayenne"},
    {"central america", "America/Guatemala"},
    {"central time us & canada", "America/Chicago"},
    {"central time us and canada", "America/Chicago"},
    {"chennai kolkata mumbai new delhi", "Asia/Kolkata"},
    {"chihuahua la paz mazatlan", "America/Chihuahua"},
    {"chisinau", "Europe/Chisinau"},
    {"city of buenos aires", "America/Argentina/Buenos_Aires"},
    {"copenhagen madrid paris", "Europe/Paris"},
    {"cuiaba", "America/Cuiaba"},
    {"damascus", "Asia/Damascus"},
    {"darwin", "Australia/Darwin"},
    {"dhaka", "Asia/Dhaka"},
    {"dublin edinburgh lisbon london", "Europe/London"},
    {"dublin edinburgh london", "Europe/London"},
    {"eastern time us & canada", "America/New_York"},
    {"eastern time us and canada", "America/New_York"},
    {"eastern time us canada", "America/New_York"},
    {"ekaterinburg", "Asia/Yekaterinburg"},
    {"fiji", "Pacific/Fiji"},
    {"fiji kamchatka marshall is", "Pacific/Fiji"},
    {"georgetown la paz manaus san juan", "America/La_Paz"},
    {"greenland", "America/Nuuk"},
    {"greenwich mean time dublin edinburgh lisbon london", "Europe/London"},
    {"guadalajara mexico city monterrey", "America/Mexico_City"},
    {"guam port moresby", "Pacific/Port_Moresby"},
    {"harare pretoria", "Africa/Johannesburg"},
    {"hawaii", "Pacific/Honolulu"},
    {"helsinki kyiv riga sofia tallinn vilnius", "Europe/Kiev"},
    {"helsinki riga tallinn", "Europe/Helsinki"},
    {"hobart", "Australia/Hobart"},
    {"indiana east", "America/Indiana/Indianapolis"},
    {"international date line west", "Etc/GMT+12"},
    {"irkutsk", "Asia/Irkutsk"},
    {"irkutsk ulaan bataar", "Asia/Irkutsk"},
    {"islamabad karachi", "Asia/Karachi"},
    {"islamabad karachi tashkent", "Asia/Karachi"},
    {"istanbul", "Europe/Istanbul"},
    {"jerusalem", "Asia/Jerusalem"},
    {"kabul", "Asia/Kabul"},
    {"kathmandu", "Asia/Kathmandu"},
    {"kolkata chennai mumbai new delhi", "Asia/Kolkata"},
    {"krasnoyarsk", "Asia/Krasnoyarsk"},
    {"kuala lumpur singapore", "Asia/Singapore"},
    {"kuwait riyadh", "Asia/Riyadh"},
    {"magadan", "Asia/Magadan"},
    {"magadan solomon is new caledonia", "Pacific/Guadalcanal"},
    {"midway island samoa", "Pacific/Pago_Pago"},
    {"minsk", "Europe/Minsk"},
    {"monrovia reykjavik", "Atlantic/Reykjavik"},
    {"montevideo", "America/Montevideo"},
    {"moscow st petersburg", "Europe/Moscow"},
    {"moscow st petersburg volgograd", "Europe/Moscow"},
    {"mountain time us & canada", "America/Denver"},
    {"mountain time us and canada", "America/Denver"},
    {"nairobi", "Africa/Nairobi"},
    {"newfoundland", "America/St_Johns"},
    {"novosibirsk", "Asia/Novosibirsk"},
    {"nuku alofa", "Pacific/Tongatapu"},
    {"osaka sapporo tokyo", "Asia/Tokyo"},
    {"pacific time us & canada", "America/Los_Angeles"},
    {"pacific time us & canada tijuana", "America/Los_Angeles"},
    {"pacific time us and canada", "America/Los_Angeles"},
    {"paris madrid brussels copenhagen", "Europe/Paris"},
    {"perth", "Australia/Perth"},
    {"port louis", "Indian/Mauritius"},
    {"prague central europe", "Europe/Prague"},
    {"salvador", "America/Bahia"},
    {"samoa", "Pacific/Apia"},
    {"santiago", "America/Santiago"},
    {"sarajevo skopje sofija vilnius warsaw zagreb", "Europe/Warsaw"},
    {"sarajevo skopje warsaw zagreb", "Europe/Warsaw"},
    {"sarajevo warsaw zagreb", "Europe/Warsaw"},
    {"saskatchewan", "America/Regina"},
    {"seoul", "Asia/Seoul"},
    {"solomon is new caledonia", "Pacific/Guadalcanal"},
    {"sri jayawardenepura", "Asia/Colombo"},
    {"taipei", "Asia/Taipei"},
    {"tashkent", "Asia/Tashkent"},
    {"tbilisi", "Asia/Tbilisi"},
    {"tehran", "Asia/Tehran"},
    {"tokyo osaka sapporo", "Asia/Tokyo"},
    {"ulaanbaatar", "Asia/Ulaanbaatar"},
    {"vladivostok", "Asia/Vladivostok"},
    {"west central africa", "Africa/Lagos"},
    {"windhoek", "Africa/Windhoek"},
    {"yakutsk", "Asia/Yakutsk"},
    {"yangon rangoon", "Asia/Yangon"},
    {"yerevan", "Asia/Yerevan"},
};

static_assert(std::is_sorted(std::begin(places), std::end(places), [](const Alias& left, const Alias& right) {
    return std::string_view(left.name.data(), std::size_t(left.name.size()))
        < std::string_view(right.name.data(), std::size_t(right.name.size()));
}));

} // namespace

QByteArrayView aliasOfZoneName(QByteArrayView name)
{
    const auto found = std::find_if(aliases.begin(), aliases.end(), [name](const Alias& alias) {
        return alias.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == aliases.end() ? QByteArrayView() : found->ianaId;
}

QByteArrayView zoneOfChangedWindowsId(QByteArrayView windowsId)
{
    const auto found = std::find_if(changed.begin(), changed.end(),
                                    [windowsId](const Alias& alias) { return alias.name == windowsId; });
    return found == changed.end() ? QByteArrayView() : found->ianaId;
}

QByteArrayView olderNameOfZone(QByteArrayView ianaId)
{
    const auto found
        = std::find_if(renamed.begin(), renamed.end(), [ianaId](const Alias& alias) { return alias.name == ianaId; });
    return found == renamed.end() ? QByteArrayView() : found->ianaId;
}

QByteArrayView zoneOfPlaces(QByteArrayView wanted)
{
    const auto found
        = std::lower_bound(std::begin(places), std::end(places), wanted,
                           [](const Alias& alias, QByteArrayView key) { return alias.name.compare(key) < 0; });
    return found != std::end(places) && found->name == wanted ? found->ianaId : QByteArrayView();
}

} // namespace reserve
