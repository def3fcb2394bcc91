/** The element of the panel at a path, or at the nearest path above it that there is. */
function elementAt(panel: HTMLElement, path: string): HTMLElement | undefined {
  const places = [...panel.querySelectorAll<HTMLElement>('[data-path]')];
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const prefix = parts.slice(0, length).join('.');
    const found = places.find((place) => place.dataset['path'] === prefix);
    if (found) return found;
  }
  return undefined;
}

function firstInput(within: HTMLElement): HTMLElement | undefined {
  return within.querySelector<HTMLElement>('input, textarea, button, select') ?? undefined;
}

/** Brings a person to the input at a path; '' and unknown paths lead to the first input. */
export function focusPath(panel: HTMLElement, path: string): void {
  const found = path === '' ? undefined : elementAt(panel, path);
  const isGroup = found?.matches('section, div, li') === true;
  const form = panel.querySelector('fieldset') ?? panel;
  const target = (isGroup ? firstInput(found) : found) ?? firstInput(form);
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
