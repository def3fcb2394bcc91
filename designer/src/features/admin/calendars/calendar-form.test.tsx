import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import type { AdminCalendar } from '../admin-data.ts';
import { CalendarForm } from './calendar-form.tsx';

const year = new Date().getFullYear();
const day = [{ from: '09:00', to: '17:00' }];
const office: AdminCalendar = {
  key: 'office',
  name: 'Office',
  usedBy: [],
  calendar: {
    zone: 'Europe/Warsaw',
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    exceptions: [
      { date: `${year}-12-25`, intervals: [], name: 'Christmas Day' },
      { date: `${year - 1}-12-25`, intervals: [], name: 'Last Christmas' },
    ],
    revision: 3,
  },
};

const holidays = [
  { date: `${year}-11-11`, name: 'Independence Day' },
  { date: `${year}-12-25`, name: 'Christmas Day' },
  { date: `${year + 1}-01-01`, name: "New Year's Day" },
];
let saved: { calendar: AdminCalendar['calendar'] } | undefined;
let refusal: object | undefined;

/** Answers as the api does. */
async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.endsWith('/holiday-places')) {
    const poland = { country: 'PL', name: 'Poland', regions: [] };
    return Response.json({ items: [poland] });
  }
  if (pathname.endsWith('/holidays')) return Response.json({ items: holidays });
  if (refusal) return Response.json(refusal, { status: 400 });
  saved = (await request.json()) as typeof saved;
  return Response.json(office);
}

beforeEach(() => {
  saved = undefined;
  refusal = undefined;
  vi.stubGlobal('fetch', answer);
});
afterEach(() => vi.unstubAllGlobals());

const field = (name: string | RegExp) => screen.getByLabelText<HTMLInputElement>(name);
/** The form as it is once the dialog has put the focus where it begins. */
async function open(onClose = () => {}): Promise<void> {
  renderInTheme(<CalendarForm calendar={office} onClose={onClose} />);
  await waitFor(() => expect(document.activeElement).toBe(field(/^Name \*/)));
}
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('the calendar form', { timeout: 30_000 }, () => {
  it('edits, adds and removes single days', async () => {
    await open();
    await userEvent.type(field(`Working time, ${year}-12-25`), '9-12');
    await press('Add a day');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getAllByLabelText('Date').at(-1)),
    );
    await userEvent.keyboard(`24.12.${year}{Tab}{Tab}Christmas Eve`);
    await press(/^Show 1 of past years/);
    await press(`Remove ${year - 1}-12-25`);
    await press('Save');
    await waitFor(() => expect(saved).toBeDefined());
    expect(saved?.calendar.exceptions).toEqual([
      { date: `${year}-12-25`, intervals: [{ from: '09:00', to: '12:00' }], name: 'Christmas Day' },
      { date: `${year}-12-24`, intervals: [], name: 'Christmas Eve' },
    ]);
  });

  it('says at the field what is wrong, leads there, and sends nothing', async () => {
    await open();
    await userEvent.clear(field(`Working time, ${year}-12-25`));
    await userEvent.type(field(`Working time, ${year}-12-25`), '17-9');
    await press('Save');
    const hours = field(`Working time, ${year}-12-25`);
    expect(hours.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/^17:00–09:00 ends before it begins/)).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(hours));
    expect(saved).toBeUndefined();
  });

  it('shows a refusal of the api at its field', async () => {
    const message = 'Must have at most 60 characters.';
    refusal = { code: 'invalid-input', detail: 'Wrong.', errors: [{ path: 'name', message }] };
    await open();
    await press('Save');
    await waitFor(() => expect(field(/^Name \*/).getAttribute('aria-invalid')).toBe('true'));
  });

  it('copies the public holidays that are ticked, with keys alone', async () => {
    await open();
    screen.getByRole('button', { name: 'Add public holidays…' }).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog', { name: 'Add public holidays' }));
    const country = await dialog.findByRole('combobox', { name: 'Country' });
    await waitFor(() => expect(document.activeElement).toBe(country));
    await userEvent.keyboard('Pol{ArrowDown}{Enter}');
    const independence = await dialog.findByRole('checkbox', { name: /Independence Day/ });
    expect(dialog.queryByRole('checkbox', { name: /Christmas/ })).toBeNull();
    independence.focus();
    await userEvent.keyboard(' ');
    dialog.getByRole('button', { name: 'Add 1 day' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(field(`Name, ${year + 1}-01-01`).value).toBe("New Year's Day");
    expect(screen.queryByLabelText(`Name, ${year}-11-11`)).toBeNull();
  });

  it('Esc closes the holidays alone', async () => {
    const onClose = vi.fn();
    await open(onClose);
    await press('Add public holidays…');
    await screen.findByRole('dialog', { name: 'Add public holidays' });
    await userEvent.click(field('To year'));
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog', { name: 'Add public holidays' })).toBeNull(),
    );
    expect(onClose).not.toHaveBeenCalled();
  });
});
