import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDrawing } from '../drawing/read-drawing.ts';
import { unstorableTexts } from './unstorable-text.ts';

const file = new URL('../../test/cases/lone-surrogate.process.json', import.meta.url);

describe('texts that cannot be stored', () => {
  it.each([
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ])('a text that turns the direction of what stands around it is refused: %j', (control) => {
    const code = control.charCodeAt(0).toString(16).toUpperCase();
    const [found] = unstorableTexts({ name: `Ann${control} Lee` });
    expect(found?.message).toBe(
      `Holds U+${code} as its character 4, which is not seen and turns the direction of what stands around it.`,
    );
    expect(found?.remedy).toBe('Remove that character, or write it anew.');
  });

  it.each(['שלום\u200f', 'a\u200eb', '\u061cع', 'Łódź 👋🏽'])('%j may stay', (text) => {
    expect(unstorableTexts({ name: text })).toEqual([]);
  });

  it('a process file that holds NUL or half a character is refused with path, line and remedy', () => {
    const read = readDrawing(readFileSync(file, 'utf8'));
    const remedy = 'Remove that character, or write it anew.';
    expect(read).toMatchObject({
      ok: false,
      problems: [
        {
          path: 'drawing.stages[0].steps[0].playbook',
          line: expect.any(Number) as number,
          message: 'Holds NUL (U+0000) as its character 2, which cannot be stored.',
          remedy,
        },
        {
          path: 'drawing.stages[0].steps[1].playbook',
          message: 'Holds half a character (U+D800) as its character 2, which cannot be stored.',
          remedy,
        },
      ],
    });
  });

  it.each([
    ['\u0000', ['a']],
    ['\ud83d', ['a']],
    ['\ude00\ud83d', ['a']],
  ])('%j is found', (text, path) => {
    expect(unstorableTexts({ a: text }).map((each) => each.path)).toEqual([path]);
    expect(unstorableTexts([{ [text]: 1 }])).toHaveLength(1);
  });

  it.each(['', 'zażółć', '😀', '👨‍👩‍👧', 'line\nbreak\t'])('%j can be stored', (text) => {
    expect(unstorableTexts({ [text]: [text, 1, null, true] })).toEqual([]);
  });
});
