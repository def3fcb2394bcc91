import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Selection } from './selection.ts';

/** Wishes that the board and the panel fulfil once: show an element, go to one of its inputs. */
export interface FocusState {
  /** Element to bring into view. */
  centre: { selection: Selection; tick: number } | undefined;
  /** Path of the input to focus; '' for the first one of the panel. */
  input: { path: string; tick: number } | undefined;
  /** A list that is opened over the board. */
  list: 'add' | 'connect' | undefined;
  /** Stage over which a palette item is dragged. */
  drop: string | undefined;
}

export type FocusStore = StoreApi<FocusState>;

export function createFocusStore(): FocusStore {
  return createStore<FocusState>()(() => ({
    centre: undefined,
    input: undefined,
    list: undefined,
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

/** Opens the list of steps that can be added. */
export function askAdd(store: FocusStore): void {
  store.setState({ list: 'add' });
}

/** Opens the list of steps that the selected one can be connected to. */
export function askConnect(store: FocusStore): void {
  store.setState({ list: 'connect' });
}

export function closeList(store: FocusStore): void {
  store.setState({ list: undefined });
}
