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
export function useValidation({ store, problems, directory, live }: Editor): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let cancelIdle = () => {};
    const check = () => {
      const { published } = live.getState();
      const known = published ? { ...directory, published } : directory;
      putProblems(problems, validate(store.getState().drawing, known));
    };
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
    const unsubscribeLive = live.subscribe((next, previous) => {
      if (next.published !== previous.published) schedule();
    });
    if (live.getState().published) schedule();
    return () => {
      unsubscribe();
      unsubscribeLive();
      clearTimeout(timer);
      cancelIdle();
    };
  }, [store, problems, directory, live]);
}
