import type Holidays from 'date-holidays';

/** A country's part that has public holidays of its own, such as DE-BY without its country. */
export interface HolidayRegion {
  /** 'BY', or 'BY-A' for a part of it. */
  region: string;
  name: string;
}

/** Loaded when somebody first asks: its data take half a second and 30 MB. */
export async function holidayLibrary(): Promise<typeof Holidays> {
  return (await import('date-holidays')).default;
}

/** Regions of a country (ISO 3166 code) by name, each followed by its parts. */
export function regionsOf(library: Holidays, country: string): HolidayRegion[] {
  return byName(library.getStates(country, 'en')).flatMap(([state, name]) => [
    { region: state, name },
    ...byName(library.getRegions(country, state, 'en')).map(([part, partName]) => ({
      region: `${state}-${part}`,
      name: `${name}, ${partName}`,
    })),
  ]);
}

/** Codes and names in the order of their names; none when there are none. */
export function byName(names: Record<string, string> | undefined): [code: string, name: string][] {
  return Object.entries(names ?? {}).sort(([, a], [, b]) => a.localeCompare(b, 'en'));
}
