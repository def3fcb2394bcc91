import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './sha256.ts';

const reference = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('sha256', () => {
  it('agrees with the platform on texts of every length around a block', () => {
    for (let length = 0; length <= 200; length++) {
      const text = 'é'.repeat(length % 7) + 'x'.repeat(length);
      expect(sha256(text)).toBe(reference(text));
    }
  });

  it('agrees with the platform on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => sha256(text) === reference(text)),
    );
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order of keys, and leaves absent values out', () => {
    const one = { b: 1, a: { d: [1, { y: 2, x: undefined }], c: null } };
    const other = { a: { c: null, d: [1, { y: 2 }] }, b: 1 };
    expect(canonicalJson(one)).toBe(canonicalJson(other));
    expect(canonicalJson(one)).toBe('{"a":{"c":null,"d":[1,{"y":2}]},"b":1}');
  });

  it('gives text that parses back to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
