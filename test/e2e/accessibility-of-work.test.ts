import { describe } from 'vitest';
import { setsUp, testThatScreensAreUsable } from './screens/usable-screens.ts';

describe('where people work with deals', () => {
  testThatScreensAreUsable((screen) => !setsUp(screen));
});
