import { fireEvent, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { usePreferences } from '../../lib/preferences.ts';
import type { Session } from '../../lib/session.ts';
import { renderInTheme } from '../../ui/render-in-theme.tsx';
import { listenForShortcuts } from '../../ui/shortcuts/shortcut-listener.ts';
import { TaskActions } from './acts/task-actions.tsx';
import { useOpenTask } from './use-open-task.ts';
import type { useTaskCommands } from './acts/use-task-commands.ts';
import { useListKeys } from './list/use-list-keys.ts';

const mutation = { isPending: false, mutate: vi.fn() };
const commands = {
  claim: mutation,
  complete: mutation,
  release: mutation,
  offered: mutation,
} as unknown as ReturnType<typeof useTaskCommands>;

const taskOf = (id: string, more: object) =>
  ({
    id,
    kind: 'task',
    state: 'assigned',
    assignee: null,
    waiting: null,
    held: false,
    outcomes: [{ id: 'done', label: 'Done', passes: true }],
    may: { complete: true, pause: ['customer'] },
    ...more,
  }) as unknown as TaskDetail;

/** A list with the task that is open beside it; completing one closes it. */
function Inbox({ ids, more = {}, onAct }: { ids: string[]; more?: object; onAct: OnAct }) {
  useEffect(listenForShortcuts, []);
  const [chosen, setChosen] = useState<string>();
  const { id = '', keysOn, choose, onClosed } = useOpenTask('mine', ids, chosen, setChosen);
  useListKeys(
    ids.map((each) => taskOf(each, {})),
    id,
    choose,
    keysOn,
  );
  const complete = () => {
    onAct(id);
    onClosed(id);
  };
  const task = taskOf(id, more);
  return (
    <TaskActions key={id} {...{ task, keysOn, commands, missing: [], onComplete: complete }} />
  );
}
type OnAct = (id: string) => void;

const press = (key: string) => fireEvent.keyDown(document.body, { key });
const session = { person: { id: 'p' } } as Session;

function open(more: object = {}) {
  const done: string[] = [];
  renderInTheme(
    <Inbox ids={['roof', 'hall']} more={more} onAct={(id) => done.push(id)} />,
    session,
  );
  return done;
}
const caps = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

beforeEach(() => usePreferences.setState({ letterKeys: true }));

describe('the keys of the open task', () => {
  it('complete one customer’s task when E is pressed twice, and the next after J', () => {
    const done = open();
    press('e');
    press('e');
    expect(done).toEqual(['roof']);
    press('j');
    press('e');
    expect(done).toEqual(['roof', 'hall']);
  });

  it('are shown on its buttons, and not after an act, while they are off', () => {
    open();
    expect(caps()).toEqual(['Complete: doneE', expect.stringMatching(/W$/)]);
    press('e');
    expect(caps()).toEqual(['Complete: done', expect.not.stringMatching(/W$/)]);
    expect(screen.getByText(/takes this task/)).toBeTruthy();
  });

  it('of a wait are not shown while the deal is on hold: they do not act', () => {
    open({ held: true });
    expect(caps()).toEqual(['Complete: doneE', expect.not.stringMatching(/W$/)]);
  });
});
