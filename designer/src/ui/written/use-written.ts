import { useState } from 'react';
import type { Meaning, Reader } from './reader.ts';
import { isUnread, type Unread } from './unread.ts';

type Given<T> = T | Unread | null;

interface Written<T> {
  text: string;
  meaning: Meaning<T>;
  /** What was given on for it. */
  given: Given<T>;
}

/** What is typed or pasted into a field: it stays as it was written, and nothing unclear is given on as a value. */
export function useWritten<T extends string | number>(
  reader: Reader<T>,
  value: Given<T>,
  onChange: (value: Given<T>) => void,
) {
  const [own, setOwn] = useState<Written<T>>();
  const { text, meaning } = own?.given === value && own ? own : shown(reader, value);
  const put = (next: Written<T>) => {
    setOwn(next);
    if (next.given !== value) onChange(next.given);
  };
  return {
    text,
    meaning,
    write: (next: string) => {
      const read = reader.read(next);
      put({ text: next, meaning: read, given: givenOn(next, read) });
    },
    choose: (chosen: T) => put(chosenAs(reader, chosen)),
    /** Writes what is understood in full, once the field is left. */
    settle: () => {
      if (meaning.kind === 'taken') setOwn(chosenAs(reader, meaning.value));
    },
  };
}

function shown<T>(reader: Reader<T>, value: Given<T>): Pick<Written<T>, 'text' | 'meaning'> {
  if (value === null) return { text: '', meaning: { kind: 'empty' } };
  if (isUnread(value)) return { text: value.unread, meaning: reader.read(value.unread) };
  return chosenAs(reader, value);
}

function chosenAs<T>(reader: Reader<T>, value: T): Written<T> {
  return { text: reader.write(value), meaning: { kind: 'taken', value }, given: value };
}

function givenOn<T>(text: string, meaning: Meaning<T>): Given<T> {
  switch (meaning.kind) {
    case 'empty':
      return null;
    case 'taken':
      return meaning.value;
    case 'ask':
      return { unread: text, why: askWhy(text) };
    case 'wrong':
      return { unread: text, why: meaning.why };
  }
}

/** What a field that is still asking says when somebody goes on without an answer. */
function askWhy(text: string): string {
  return `“${text}” is not clear yet. Choose what is meant, or write it anew.`;
}
