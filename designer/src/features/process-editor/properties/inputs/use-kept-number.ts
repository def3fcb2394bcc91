import { useEffect, useRef, useState } from 'react';
import { showToast } from '../../../../ui/feedback/toast.tsx';
import type { Reader } from '../../../../ui/written/reader.ts';
import { isUnread, type Unread } from '../../../../ui/written/unread.ts';

interface KeptNumber {
  label: string;
  reader: Reader<number>;
  /** What the drawing has. */
  value: number | undefined;
  onChange: (n: number) => void;
  /** When given, the field may be emptied. */
  onClear?: (() => void) | undefined;
}

/**
 * A number of the drawing while it is written: what is not clear stays in its field and out of the
 * drawing. When the field goes away before it was clear, that is said.
 */
export function useKeptNumber({ label, reader, value, onChange, onClear }: KeptNumber) {
  const [left, setLeft] = useState<{ unread: Unread; on: number | undefined }>();
  const unread = left !== undefined && left.on === value ? left.unread : undefined;
  useSayWhenLost(unread, label, value === undefined ? 'empty' : reader.words(value));
  return {
    value: unread ?? value ?? null,
    onChange: (next: number | Unread | null) => {
      const unclear = next === null && onClear === undefined ? needed : next;
      setLeft(isUnread(unclear) ? { unread: unclear, on: value } : undefined);
      if (unclear === null) onClear?.();
      else if (!isUnread(unclear)) onChange(unclear);
    },
    error: unread === needed ? needed.why : undefined,
  };
}

const needed: Unread = { unread: '', why: 'A number is needed here.' };

function useSayWhenLost(unread: Unread | undefined, label: string, kept: string): void {
  const last = useRef<string>(undefined);
  useEffect(() => {
    last.current =
      unread === undefined
        ? undefined
        : `“${unread.unread}” was not taken: ${label} stays ${kept}.`;
  });
  useEffect(
    () => () => {
      if (last.current !== undefined) showToast({ tone: 'danger', title: last.current });
    },
    [],
  );
}
