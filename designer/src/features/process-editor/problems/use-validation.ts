import { useEffect } from 'react';
import { validate } from '#core/definition/validate.ts';
import type { Editor } from '../state/editor-context.tsx';
import { putProblems } from '../state/problem-store.ts';

const PAUSE_MS = 150;

/** Calls back when the browser has nothing better to do, at the latest after half a second. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 0);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run, { timeout: 500 });
  return () => cancelIdleCallback(handle);
}

/** Checks the drawing after each pause in editing; the result is in the problem store. */
export function useValidation({ store, problems, directory }: Editor): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let cancelIdle = () => {};
    const check = () => putProblems(problems, validate(store.getState().drawing, directory));
    const schedule = () => {
      clearTimeout(timer);
      cancelIdle();
      timer = setTimeout(() => {
        cancelIdle = whenIdle(check);
      }, PAUSE_MS);
    };
    const unsubscribe = store.subscribe((next, previous) => {
      if (next.drawing !== previous.drawing) schedule();
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
      cancelIdle();
    };
  }, [store, problems, directory]);
}
