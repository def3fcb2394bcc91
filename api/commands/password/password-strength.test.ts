import { describe, expect, it } from 'vitest';
import { weaknessOf } from './password-strength.ts';

const known = ['Adam Lis', 'adam.lis@promyk.example', 'Promyk Energia'];

describe('the strength of a password', () => {
  it.each([
    ['Passw0rd2026', 'similar to a commonly used password'],
    ['asdfghjkl;123', 'rows of keys'],
    ['abcabcabcabcabc', 'Repeated character patterns'],
    ['ab1!'.repeat(50), 'Repeated character patterns'],
    ['kowalczyk1985', 'names and surnames'],
    ['Adam.Lis.2026', 'a name, an e-mail or the company'],
    ['promyk-energia-lis', 'a name, an e-mail or the company'],
  ])('is not enough of %s, and the words say why', async (password, why) => {
    expect(await weaknessOf(password, known)).toContain(why);
  });

  it.each(['correct horse battery', 'zażółć gęślą jaźń', 'vT9#kq2Lw!x'])(
    'is enough of %s',
    async (password) => {
      expect(await weaknessOf(password, known)).toBeUndefined();
    },
  );
});
