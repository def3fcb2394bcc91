import { describe, expect, it } from 'vitest';
import { optionsFromText } from './field-form.tsx';

const old = [
  { value: 'flat', label: 'Flat' },
  { value: 'steep', label: 'Steep' },
];

describe('the choices of a field', () => {
  it('keep the value of a label that stays, wherever it goes', () => {
    expect(optionsFromText('Steep\nFlat', old)).toEqual([old[1], old[0]]);
  });

  it('keep the value of a label that is rewritten in place', () => {
    expect(optionsFromText('Flat roof\nSteep', old)).toEqual([
      { value: 'flat', label: 'Flat roof' },
      old[1],
    ]);
  });

  it('give a new label a value of its own and drop empty lines', () => {
    expect(optionsFromText('Flat\n\nSteep\nFlat side', old)).toEqual([
      ...old,
      { value: 'flatSide', label: 'Flat side' },
    ]);
  });
});
