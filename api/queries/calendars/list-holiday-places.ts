import { byName, holidayLibrary, regionsOf } from './holiday-library.ts';

/** Countries whose public holidays are known, with their regions, in the order of their names. */
export async function listHolidayPlaces() {
  const Library = await holidayLibrary();
  const library = new Library();
  return {
    items: byName(library.getCountries('en')).map(([country, name]) => ({
      country,
      name,
      regions: regionsOf(library, country),
    })),
  };
}
