import { fireEvent, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { usePreferences } from '../../lib/preferences.ts';
import { renderInTheme } from '../render-in-theme.tsx';
import { listenForShortcuts } from './shortcut-listener.ts';
import { useShortcuts } from './use-shortcuts.ts';

function Page() {
  const [log, setLog] = useState<string[]>([]);
  const add = (entry: string) => () => setLog([...log, entry]);
  useEffect(listenForShortcuts, []);
  useShortcuts('Page', [
    { keys: 'c', label: 'Claim', run: add('claim') },
    { keys: 'g i', label: 'Inbox', run: add('inbox') },
    { keys: 'mod+z', label: 'Undo', run: add('undo') },
    { keys: 'x', label: 'Off', run: add('off'), enabled: false },
  ]);
  return (
    <>
      <input aria-label="field" />
      <output>{log.join(' ')}</output>
    </>
  );
}

const log = () => screen.getByRole('status').textContent;
const press = (key: string, target: Element = document.body, more = {}) =>
  fireEvent.keyDown(target, { key, ...more });

beforeEach(() => usePreferences.setState({ letterKeys: true }));

describe('useShortcuts', () => {
  it('runs single keys and chords with the latest state', () => {
    renderInTheme(<Page />);
    press('c');
    press('g');
    press('i');
    press('x');
    expect(log()).toBe('claim inbox');
  });

  it('leaves letters to a field that has the focus, but not combinations', () => {
    renderInTheme(<Page />);
    const field = screen.getByLabelText('field');
    press('c', field);
    press('z', field, { ctrlKey: true });
    expect(log()).toBe('undo');
  });

  it('is silent for letters when a person switched them off', () => {
    usePreferences.setState({ letterKeys: false });
    renderInTheme(<Page />);
    press('c');
    press('z', document.body, { metaKey: true });
    expect(log()).toBe('undo');
  });
});
