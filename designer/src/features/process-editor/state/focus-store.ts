import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Selection } from './selection.ts';

/** Where a line was let go: what is added follows the port that it starts at. */
export interface LineEnd {
  /** On the screen. */
  at: { x: number; y: number };
  /** The step that the line starts at. */
  from?: { stage: string; id: string; port: string } | undefined;
}

/** Wishes that the board and the panel fulfil once: show an element, go to one of its inputs. */
export interface FocusState {
  /** Element to bring into view. */
  centre: { selection: Selection; tick: number } | undefined;
  /** Path of the input to focus; '' for the first one of the panel. */
  input: { path: string; tick: number } | undefined;
  /** A list that is opened over the board. */
  list: 'add' | 'connect' | undefined;
  /** The line that the list was opened for. */
  line: LineEnd | undefined;
  /** Stage over which a palette item is dragged. */
  drop: string | undefined;
}

export type FocusStore = StoreApi<FocusState>;

export function createFocusStore(): FocusStore {
  return createStore<FocusState>()(() => ({
    centre: undefined,
    input: undefined,
    list: undefined,
    line: undefined,
    drop: undefined,
  }));
}

let ticks = 0;

/** A number that makes each wish a new one, also for the same place. */
function tick(): number {
  ticks += 1;
  return ticks;
}

export function askCentre(store: FocusStore, selection: Selection): void {
  store.setState({ centre: { selection, tick: tick() } });
}

export function askInput(store: FocusStore, path: string): void {
  store.setState({ input: { path, tick: tick() } });
}

/** Opens the list of steps that can be added, where a line was let go if there is one. */
export function askAdd(store: FocusStore, line?: LineEnd): void {
  store.setState({ list: 'add', line });
}

/** Opens the list of what the selected step or stage can be connected to. */
export function askConnect(store: FocusStore, line?: LineEnd): void {
  store.setState({ list: 'connect', line });
}

export function closeList(store: FocusStore): void {
  store.setState({ list: undefined, line: undefined });
}
