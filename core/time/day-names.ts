/** The first letters of each month in English, German and Polish. */
const months = [
  'jan jän sty',
  'feb lut',
  'mar mär mrz',
  'apr kwi',
  'may mai maj',
  'jun cze',
  'jul lip',
  'aug sie',
  'sep wrz',
  'oct okt paź paz',
  'nov lis',
  'dec dez gru',
].map((names) => names.split(' '));

/** What two letters are is a whole abbreviation; of longer ones, a name begins so. */
const weekdays = [
  'so nd sun sonn nied',
  'mo pn mon pon',
  'di wt tue die wto',
  'mi śr wed mit śro sro',
  'do cz thu don czw',
  'fr pt fri fre pią pia',
  'sa sob sat sam',
].map((names) => names.split(' '));

/** 0 for Sunday, as `Date` counts. */
export const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** 1 to 12 by a name or the beginning of one: `Sep`, `September`, `września`; undefined for another word. */
export function monthNumber(word: string): number | undefined {
  const start = word.toLowerCase().slice(0, 3);
  const index = months.findIndex((names) => names.includes(start));
  return index < 0 ? undefined : index + 1;
}

/** 0 for Sunday to 6, by a name or its beginning: `Fri`, `Freitag`, `pt`; undefined for another word. */
export function weekdayNumber(word: string): number | undefined {
  const lower = word.toLowerCase();
  const fits = (name: string) => (name.length > 2 ? lower.startsWith(name) : lower === name);
  const index = weekdays.findIndex((names) => names.some(fits));
  return index < 0 ? undefined : index;
}
