const STORED = 'stagewright-tab';
const LOCK = 'stagewright-tab:';
/** How long a reload waits for the page before it to let go of the tab. */
const RELOAD_MS = 3000;

let own: Promise<string> | undefined;

/** The id of this tab of the browser: a reload keeps it, a copy of the tab gets another. */
export function ownTab(): Promise<string> {
  return (own ??= claim());
}

/** The ids of the tabs that are open; undefined where the browser cannot tell. */
export async function openTabs(): Promise<string[] | undefined> {
  if (!('locks' in navigator)) return undefined;
  const { held = [] } = await navigator.locks.query();
  return held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : []));
}

async function claim(): Promise<string> {
  const known = sessionStorage.getItem(STORED);
  if (known !== null && (await hold(known))) return known;
  const fresh = crypto.randomUUID();
  sessionStorage.setItem(STORED, fresh);
  await hold(fresh);
  return fresh;
}

/** Holds the id as long as the page is there; false when another tab has it, as the one this was copied from. */
function hold(tab: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  const options = isReload()
    ? { signal: AbortSignal.timeout(RELOAD_MS) }
    : { ifAvailable: true as const };
  return new Promise((done) => {
    navigator.locks
      .request(LOCK + tab, options, (lock) => {
        done(lock !== null);
        return lock ? new Promise<void>(() => {}) : undefined;
      })
      .catch(() => done(false));
  });
}

function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry !== undefined && 'type' in entry && entry.type === 'reload';
}
