import { describe, expect, it } from 'vitest';
import { navigationMode } from './navigation-mode.ts';

describe('navigationMode', () => {
  it('follows the page where it asks for less', () => {
    expect(navigationMode('hidden', 'wide', true)).toBe('hidden');
    expect(navigationMode('narrow', 'wide', true)).toBe('narrow');
  });
  it('follows the person, then the room, on other pages', () => {
    expect(navigationMode('wide', 'narrow', true)).toBe('narrow');
    expect(navigationMode('wide', 'wide', false)).toBe('wide');
    expect(navigationMode('wide', undefined, false)).toBe('narrow');
  });
});
