import { describe, expect, it } from 'vitest';
import { readJson, type JsonText } from './json-text.ts';

function text(json: string): JsonText {
  const read = readJson(json);
  if ('message' in read) throw new Error(read.message);
  return read;
}

describe('a text of JSON', () => {
  it('knows line and column of each value, or of the nearest that holds it', () => {
    const { value, placeOf } = text('{\n  "a": [1,\n    { "b": "x" }]\n}');
    expect(value).toEqual({ a: [1, { b: 'x' }] });
    expect(placeOf(['a', 1, 'b'])).toEqual({ line: 3, column: 12 });
    expect(placeOf(['a', 1, 'c'])).toEqual({ line: 3, column: 5 });
    expect(placeOf([])).toEqual({ line: 1, column: 1 });
  });

  it('names properties that stand twice, which JSON itself would let through', () => {
    expect(text('{"a": {"b": 1, "b": 2}, "c": [{"d": 1, "d": 1}]}').twice).toEqual([
      ['a', 'b'],
      ['c', 0, 'd'],
    ]);
  });

  it('may begin with a byte order mark', () => {
    expect(text('\uFEFF{"a": 1}').value).toEqual({ a: 1 });
  });

  it.each([
    ['{\n  "a": 1,\n}', 3, 1, 'Unexpected "}" found.'],
    ['{ "a": [1,\n  2', 2, 4, 'it ends too early.'],
    ['', 1, 1, 'it ends too early.'],
    ["{ 'a': 1 }", 1, 3, "Unexpected character ''' found."],
    ['{ "a": 1 } x', 1, 12, "Unexpected character 'x' found."],
  ])('is refused with its place when it is none: %j', (json, line, column, message) => {
    expect(readJson(json)).toMatchObject({
      line,
      column,
      message: `This is not JSON: ${message}`,
      remedy: expect.any(String),
    });
  });
});
