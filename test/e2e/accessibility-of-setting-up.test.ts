import { describe } from 'vitest';
import { setsUp, testThatScreensAreUsable } from './screens/usable-screens.ts';

describe('where people sign in, draw processes and administer', () => {
  testThatScreensAreUsable(setsUp);
});
