import { monthNumber } from './day-names.ts';

/** One way to read a day; it need not exist. */
export interface DayWay {
  year: number;
  month: number;
  day: number;
}

type Order = 'dmy' | 'mdy' | 'ymd';

/** Every way to read a text as a day, the writer's habit first; none where it is no day at all. */
export function dayWays(text: string, monthFirst: boolean): DayWay[] {
  const numbers = /^(\d{1,4})([./ -])(\d{1,2})\2(\d{1,4})\.?$/.exec(text);
  if (!numbers) return namedWays(text);
  const [, a = '', sign = '', b = '', c = ''] = numbers;
  return ordersOf(a, sign, c, monthFirst).flatMap((order) => {
    const [year, month, day] = { dmy: [c, b, a], mdy: [c, a, b], ymd: [a, b, c] }[order];
    return waysIn(year ?? '', Number(month), Number(day));
  });
}

/** `31 Dec 2026`, `Dec 31, 2026`. */
function namedWays(text: string): DayWay[] {
  const dayFirst = /^(?<day>\d{1,2})[. -]*(?<name>\p{L}{3,12})[. ,-]*(?<year>\d{4}|\d{2})$/u;
  const nameFirst = /^(?<name>\p{L}{3,12})[. -]*(?<day>\d{1,2})[. ,]+(?<year>\d{4}|\d{2})$/u;
  const {
    day = '',
    name = '',
    year = '',
  } = (dayFirst.exec(text) ?? nameFirst.exec(text))?.groups ?? {};
  const month = monthNumber(name);
  return month === undefined ? [] : waysIn(year, month, Number(day));
}

function ordersOf(a: string, sign: string, c: string, monthFirst: boolean): Order[] {
  if (a.length === 4) return c.length <= 2 ? ['ymd'] : [];
  if (a.length > 2 || (c.length !== 2 && c.length !== 4)) return [];
  if (sign === '.') return ['dmy'];
  const orders: Order[] = monthFirst ? ['mdy', 'dmy'] : ['dmy', 'mdy'];
  return sign === '-' && a.length === 2 && c.length === 2 ? [...orders, 'ymd'] : orders;
}

/** A year of two digits below 50 is of this century; from 50 on it may be of either. */
function waysIn(written: string, month: number, day: number): DayWay[] {
  const year = Number(written);
  const short = year < 50 ? [2000 + year] : [1900 + year, 2000 + year];
  return (written.length === 4 ? [year] : short).map((one) => ({ year: one, month, day }));
}
