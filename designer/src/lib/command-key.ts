/** How long a key is kept for a second try; a later one is a new command. */
const KEPT_MS = 60 * 60 * 1000;
const PREFIX = 'stagewright-key:';
/** Keys that a running request of this page uses. */
const inUse = new Set<string>();

interface Kept {
  key: string;
  at: number;
}

/** What a key belongs to. A PUT replaces as a whole, so another body is another command: it has no place. */
function placeOf(request: Request): string | undefined {
  const { pathname, search } = new URL(request.url);
  return request.method === 'PUT' ? undefined : `${PREFIX}${request.method} ${pathname}${search}`;
}

function kept(place: string): string | undefined {
  const text = sessionStorage.getItem(place);
  if (text === null) return undefined;
  const { key, at } = JSON.parse(text) as Kept;
  return Date.now() - at < KEPT_MS && !inUse.has(key) ? key : undefined;
}

function store(place: string, entry: Kept): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(entry));
  } catch {
    // A full storage loses the safety of a second click, not the command.
  }
}

/** The `Idempotency-Key` of one try of a write, and whether an earlier try has used it. */
export interface CommandKey {
  key: string;
  repeated: boolean;
  /** The server has answered: the next request is a new command. */
  settle: () => void;
  /** Nobody knows whether the server did it: the next request to the same place is the same command. */
  keep: () => void;
}

/**
 * Takes the key for a write. The key of an earlier request to the same method and address is taken again when that
 * request was never answered, also after the page was loaded anew.
 */
export function takeKey(request: Request): CommandKey {
  const place = placeOf(request);
  const earlier = place === undefined ? undefined : kept(place);
  const key = earlier ?? crypto.randomUUID();
  inUse.add(key);
  return {
    key,
    repeated: earlier !== undefined,
    settle: () => {
      inUse.delete(key);
      if (place !== undefined && earlier !== undefined) sessionStorage.removeItem(place);
    },
    keep: () => {
      inUse.delete(key);
      if (place !== undefined) store(place, { key, at: Date.now() });
    },
  };
}
