import { createStore, type StoreApi } from 'zustand/vanilla';

/** Open and overdue deals of a stage, of any version. */
export interface StageFigures {
  deals: number;
  overdue: number;
}

/** Live figures by stage id; they change on their own and never rebuild the board. */
export type LiveStore = StoreApi<{ stages: Readonly<Record<string, StageFigures>> }>;

export function createLiveStore(): LiveStore {
  return createStore(() => ({ stages: {} }));
}
