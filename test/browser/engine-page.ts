import { playPhotovoltaics } from './engine-play.ts';

// What the browser loads: the play, where the test can reach it.
Object.assign(globalThis, { playPhotovoltaics });
