import { act, renderHook } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { useOpenTask } from './use-open-task.ts';

function inbox(first: string[]) {
  return renderHook(
    ({ ids, list = 'queue' }: { ids: string[]; list?: string }) => {
      const [chosen, setChosen] = useState<string>();
      return useOpenTask(list, ids, chosen, setChosen);
    },
    { initialProps: { ids: first } as { ids: string[]; list?: string } },
  );
}

describe('the open task of the inbox', () => {
  it('stays open when it leaves the list, as a claimed task leaves the queue', () => {
    const { result, rerender } = inbox(['a', 'b']);
    expect(result.current).toMatchObject({ id: 'a', keysOn: true });
    rerender({ ids: ['b'] });
    expect(result.current).toMatchObject({ id: 'a', keysOn: true });
  });

  it('is the next one after an act that closes it, with its keys off until it is chosen', () => {
    const { result, rerender } = inbox(['a', 'b']);
    act(() => result.current.onClosed('a'));
    expect(result.current).toMatchObject({ id: 'b', keysOn: false });
    rerender({ ids: ['b'] });
    expect(result.current).toMatchObject({ id: 'b', keysOn: false });
    act(() => result.current.choose('b'));
    expect(result.current).toMatchObject({ id: 'b', keysOn: true });
  });

  it('stays when the act on another one is answered late', () => {
    const { result } = inbox(['a', 'b']);
    const { onClosed } = result.current;
    act(() => result.current.choose('b'));
    act(() => onClosed('a'));
    expect(result.current).toMatchObject({ id: 'b', keysOn: true });
  });

  it('is the first of another list when that is opened', () => {
    const { result, rerender } = inbox(['a', 'b']);
    rerender({ ids: ['c'], list: 'mine' });
    expect(result.current).toMatchObject({ id: 'c', keysOn: true });
  });
});
