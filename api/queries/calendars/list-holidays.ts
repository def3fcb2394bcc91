import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { holidayLibrary, regionsOf } from './holiday-library.ts';

interface HolidaysInput {
  country: string;
  region?: string | undefined;
  from: number;
  to: number;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** As long as the name of an exception may be. */
const longestName = 80;

/**
 * Public holidays of a country or region, whole days only, by date; a copy to be kept in a
 * calendar, for the library's data may be others tomorrow.
 */
export async function listHolidays(_: SignedInContext, input: HolidaysInput) {
  const { country, region, from, to } = input;
  const Library = await holidayLibrary();
  requirePlace(new Library(), input);
  const library = new Library([country, region].filter(Boolean).join('-'), {
    types: ['public'],
    languages: ['en'],
  });
  const names = new Map<string, string>();
  for (let year = from; year <= to; year += 1)
    for (const { date, start, end, name } of library.getHolidays(year, 'en'))
      for (const day of daysOf(date, end.getTime() - start.getTime()))
        names.set(day, joined(names.get(day), name));
  const items = [...names].map(([date, name]) => ({ date, name }));
  return { items: items.sort((a, b) => a.date.localeCompare(b.date)) };
}

/** Dates of a holiday from its first; none when it is less than a day, whatever the clocks do. */
function daysOf(date: string, ms: number): string[] {
  const first = Date.parse(date.slice(0, 10));
  const days = Math.floor((ms + hourMs) / dayMs);
  return Array.from({ length: days }, (_, index) =>
    new Date(first + index * dayMs).toISOString().slice(0, 10),
  );
}

function joined(before: string | undefined, name: string): string {
  const whole = before === undefined || before === name ? name : `${before}, ${name}`;
  return whole.length > longestName ? `${whole.slice(0, longestName - 1)}…` : whole;
}

type Library = Parameters<typeof regionsOf>[0];

/** @throws AppError `unknown-reference` when the country or the region is not known */
function requirePlace(library: Library, { country, region }: HolidaysInput): void {
  const countries = library.getCountries('en');
  if (!Object.hasOwn(countries, country))
    throw unknown('country', country, `No public holidays are known for the country ${country}.`);
  if (!region) return;
  const regions = regionsOf(library, country).map((one) => one.region);
  if (!regions.includes(region))
    throw unknown('region', region, `${countries[country]} has no region ${region}.`);
}

function unknown(path: string, value: string, message: string): AppError {
  const remedy = 'Choose one of the list of places (GET /api/admin/holiday-places).';
  return new AppError('unknown-reference', message, { errors: [{ path, value, message, remedy }] });
}
