import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Drawing } from '#core/drawing/drawing.ts';

/** Open and overdue deals of a stage, of any version. */
export interface StageFigures {
  deals: number;
  overdue: number;
}

interface Live {
  /** Live figures by stage id. */
  stages: Readonly<Record<string, StageFigures>>;
  /** The newest published drawing; the problems compare with it. */
  published?: Drawing;
}

/** What is live of the process; it changes on its own and never rebuilds the board. */
export type LiveStore = StoreApi<Live>;

export function createLiveStore(): LiveStore {
  return createStore<Live>(() => ({ stages: {} }));
}
