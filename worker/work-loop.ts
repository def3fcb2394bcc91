export interface WorkLoop {
  /** There is something to do: do not wait for the next round. */
  wake(): void;
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/**
 * Repeats `work` when woken and every `everyMs`. A round that answers true is followed by the next at
 * once; one that fails is told to `failed` and tried again at its time.
 */
export function startLoop(
  work: () => Promise<boolean>,
  everyMs: number,
  failed: (error: unknown) => void,
): WorkLoop {
  let stopping = false;
  let due = false;
  let rouse = () => {};
  const wake = () => {
    due = true;
    rouse();
  };
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
      if (due) rouse();
    });
  const run = async () => {
    while (!stopping) {
      due = false;
      const again = await work().catch((error: unknown) => {
        failed(error);
        return false;
      });
      if (!again && !stopping) await rest();
    }
  };
  const ended = run();
  const stop = async () => {
    stopping = true;
    wake();
    await ended;
  };
  return { wake, stop };
}
