/** What the api takes as a key: 2 to 20 capitals, digits or hyphens, a capital first. */
const keyPattern = /^[A-Z][A-Z0-9-]{1,19}$/;

export function checkKey(key: string): string | null {
  return keyPattern.test(key) ? null : '2 to 20 capitals, digits or hyphens, like PV-01.';
}

export function checkName(name: string): string | null {
  return name.trim() === '' ? 'A process needs a name.' : null;
}

/** A key from the name: `Photovoltaics` → `PHOTOVOLTAICS`, `Car leasing B2B` → `CAR-LEASING-B2B`. */
export function suggestKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll('Ł', 'L')
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^[^A-Z]+/, '')
    .slice(0, 20)
    .replace(/-+$/, '');
}
