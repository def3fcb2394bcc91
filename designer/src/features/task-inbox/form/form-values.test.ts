import { expect, it } from 'vitest';
import { takeOver } from './form-values.ts';

it('a change of the deal comes into a form where nothing was typed, and what was typed stays', () => {
  const before = { price: 100, place: null, rooms: ['a'] };
  const now = { price: 120, place: 'Skawina', rooms: ['a', 'b'] };
  const typed = { price: 90, place: '', rooms: ['a'] };
  expect(takeOver(typed, before, now)).toEqual({ price: 90, place: 'Skawina', rooms: ['a', 'b'] });
});
