import type { RunState } from './run-state.ts';

/** A run before its `start` event. */
export function initialState(): RunState {
  return {
    v: 1,
    status: 'new',
    stage: '',
    visits: {},
    enteredAt: 0,
    owner: null,
    values: {},
    isSet: {},
    steps: {},
    links: {},
    clocks: [],
    incidents: [],
    events: {},
    counters: { incident: 0, reached: 0, serial: 0 },
  };
}
