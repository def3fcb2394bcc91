const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';

/**
 * A fresh id such as `task_k3f9x2m1`. Ids are never used again, even after a delete: versions and
 * running deals know elements by them.
 */
export function newId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const tail = Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
  return `${prefix}_${tail}`;
}

/**
 * A readable id made of a label, for what conditions name: `Offer date` → `offerDate`. When it is
 * taken a number follows: `offerDate2`.
 */
export function idFromLabel(label: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? word.toLowerCase() : capitalised(word)))
    .join('');
  const base = (/^[a-z]/.test(joined) ? joined : `field${joined}`).slice(0, 36);
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}${number}`)) number += 1;
  return `${base}${number}`;
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
