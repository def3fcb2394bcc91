import { useEffect, useRef, useState } from 'react';

interface Kept {
  /** Which list it was the first of. */
  list: string;
  id: string | undefined;
  /** Closed just now: not opened again, though the list may still have it. */
  closed?: string;
  /** It came by itself after an act: its keys are off until it is chosen. */
  led: boolean;
}

export interface OpenTask {
  id: string | undefined;
  /** Whether the keys of the task act. */
  keysOn: boolean;
  choose: (id: string) => void;
  onClosed: (id: string) => void;
}

/**
 * The task in the pane: the chosen one, else the first of the list. It stays when it leaves the list,
 * as a claimed one leaves the queue, so that nothing changes under a person's fingers.
 */
export function useOpenTask(
  list: string,
  ids: string[],
  chosen: string | undefined,
  setChosen: (id: string | undefined) => void,
): OpenTask {
  const [state, setKept] = useState<Kept>();
  const kept = state?.list === list ? state : undefined;
  const first = ids.find((id) => id !== kept?.closed);
  if (chosen === undefined && kept?.id === undefined && first !== undefined)
    setKept({ led: false, ...kept, list, id: first });
  const id = chosen ?? kept?.id ?? first;
  const shown = useRef(id);
  useEffect(() => {
    shown.current = id;
  });
  return {
    id,
    keysOn: chosen !== undefined || kept?.led !== true,
    choose: (task) => {
      setKept(undefined);
      setChosen(task);
    },
    onClosed: (closed) => {
      // The answer came after another task was opened: that one stays.
      if (shown.current !== closed) return;
      setKept({ list, id: undefined, closed, led: true });
      setChosen(undefined);
    },
  };
}
