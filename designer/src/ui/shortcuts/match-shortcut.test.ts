import { describe, expect, it } from 'vitest';
import { isSingleKey, isTyping, pressedKeys } from './match-shortcut.ts';

const press = (key: string, more: KeyboardEventInit = {}) =>
  pressedKeys(new KeyboardEvent('keydown', { key, ...more }));

describe('pressedKeys', () => {
  it('names letters, signs, modified and named keys', () => {
    expect(press('C')).toBe('c');
    expect(press('?', { shiftKey: true })).toBe('?');
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('mod+shift+z');
    expect(press('k', { metaKey: true })).toBe('mod+k');
    expect(press('F8')).toBe('F8');
    expect(press('Shift', { shiftKey: true })).toBeUndefined();
  });
});

describe('isSingleKey', () => {
  it('holds for letters and chords of letters only', () => {
    expect(['c', '/', 'g i', 'mod+z', 'F8'].map(isSingleKey)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('isTyping', () => {
  it('holds for fields that take text and not for buttons and boxes', () => {
    const text = document.createElement('input');
    const box = Object.assign(document.createElement('input'), { type: 'checkbox' });
    const area = document.createElement('textarea');
    const button = document.createElement('button');
    expect([text, box, area, button].map(isTyping)).toEqual([true, false, true, false]);
  });
});
