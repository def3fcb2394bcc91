import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TaskDetail } from '#api/contract/tasks.ts';
import type { Session } from '../../lib/session.ts';
import { renderInTheme } from '../../ui/render-in-theme.tsx';
import { TaskWork } from './task-work.tsx';

vi.mock('@tanstack/react-router', () => ({
  Link: ({ children }: { children: string }) => children,
  useNavigate: () => () => {},
}));

const field = (id: string, label: string, type: string) => ({
  field: { id, label, type, personal: false, intake: 'no' },
  required: false,
  value: null,
});
const task = {
  id: 't',
  kind: 'task',
  title: 'Price it',
  stageName: 'Offer',
  state: 'assigned',
  assignee: null,
  customer: 'Ann Lee',
  currency: 'PLN',
  valueMinor: null,
  valueHidden: false,
  attempt: null,
  approval: null,
  waiting: null,
  held: false,
  priority: 0,
  dueAt: null,
  leftText: null,
  usedText: null,
  usedRatio: null,
  dealOwner: null,
  playbook: null,
  givenBecause: '',
  facts: [],
  files: [],
  form: [field('size', 'Size', 'number'), field('from', 'From', 'date')],
  outcomes: [{ id: 'done', label: 'Done', passes: true, next: null }],
  may: { complete: true, pause: [] },
  revision: 1,
} as unknown as TaskDetail;

let sent: { path: string; values: unknown }[] = [];
beforeEach(() => {
  sent = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    const body = (await request.json()) as { values?: unknown };
    sent.push({ path: new URL(request.url).pathname, values: body.values });
    return Response.json({ ok: true, dealId: 'd', nextTitle: null });
  });
});
afterEach(() => vi.unstubAllGlobals());

const completed = () => sent.filter(({ path }) => path.endsWith('/complete'));
const input = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const complete = () => userEvent.click(screen.getByRole('button', { name: /^Complete/ }));

describe('a task whose optional field is not clear', { timeout: 30_000 }, () => {
  it.each([
    ['Size', '12.345', '“12.345” is not clear yet. Choose what is meant, or write it anew.'],
    ['Size', 'ten', 'This is not a number. Write digits, such as 1250 or 12.50.'],
    ['From', '31.2.26', /^February 2026 has 28 days/],
    ['From', '3/4/2026', '“3/4/2026” is not clear yet. Choose what is meant, or write it anew.'],
  ])('%s %s: is not completed, and leads there', async (name, text, why) => {
    renderInTheme(<TaskWork task={task} keysOn onDone={() => {}} />, {
      person: { id: 'p' },
    } as Session);
    await userEvent.click(input(name));
    await userEvent.paste(text);
    await complete();
    expect(completed()).toEqual([]);
    expect(document.activeElement).toBe(input(name));
    expect(input(name).value).toBe(text);
    await userEvent.tab();
    expect(input(name).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(why)).toBeTruthy();
  });

  it('is completed once it is answered', async () => {
    renderInTheme(<TaskWork task={task} keysOn onDone={() => {}} />, {
      person: { id: 'p' },
    } as Session);
    await userEvent.click(input('Size'));
    await userEvent.paste('12.345');
    await userEvent.click(screen.getByRole('button', { name: '12\u00a0345' }));
    await complete();
    await waitFor(() => expect(completed()).toHaveLength(1));
    expect(completed()[0]?.values).toMatchObject({ size: 12_345 });
  });
});
