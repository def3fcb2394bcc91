import { useEffect } from 'react';
import type { DraftSaver } from '../save/draft-saver.ts';

function isUnsaved({ state }: DraftSaver): boolean {
  return state.getState().save.kind !== 'saved';
}

/** Saves when the page is left or comes back online; asks before the window is closed unsaved. */
export function useUnsavedGuard(saver: DraftSaver): void {
  useEffect(() => {
    const stop = saver.start();
    const flush = () => void saver.flush();
    const onHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isUnsaved(saver)) event.preventDefault();
    };
    globalThis.addEventListener('online', flush);
    document.addEventListener('visibilitychange', onHidden);
    globalThis.addEventListener('beforeunload', onUnload);
    return () => {
      globalThis.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', onHidden);
      globalThis.removeEventListener('beforeunload', onUnload);
      flush();
      stop();
    };
  }, [saver]);
}
