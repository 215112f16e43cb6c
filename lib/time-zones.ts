import 'server-only';
import bcp47 from 'cldr-bcp47/bcp47/timezone.json';

/** One zone of Unicode's list: all names it ever had, and its name in the IANA database where that is not the first. */
type Zone = { _description?: string; _alias?: string; _iana?: string };

const zones: readonly Zone[] = Object.values(bcp47.keyword.u.tz).filter((zone) => typeof zone === 'object');

/** The names that are in use today, by every name in lower case. The runtime's own list has old names, other ones in each version. */
const todays = new Map(
  zones.flatMap(({ _alias = '', _iana }) => {
    const [first = '', ...others] = _alias.split(' ');
    const name = first === 'Etc/UTC' ? 'UTC' : (_iana ?? first);
    return first === '' || first === 'Etc/Unknown'
      ? []
      : [first, ...others].map((alias) => [alias.toLowerCase(), name]);
  }),
);

/** The name that a time zone has today: Asia/Calcutta → Asia/Kolkata. Null for no time zone of the IANA database. */
export function zoneNameOf(name: string): string | null {
  return todays.get(name.trim().toLowerCase()) ?? null;
}

/** The time zones to choose from, by name; zones of a fixed offset only UTC. */
export const timeZones: readonly string[] = [...new Set(todays.values())]
  .filter((name) => name === 'UTC' || !name.startsWith('Etc/'))
  .sort();
