import { describe, expect, it } from 'vitest';
import { currentSchema, lastMigratedSchema } from './diff.ts';

describe('the migrations', () => {
  it('lead to the present schema (if not: node --import tsx bin/migration.ts NAME)', () => {
    expect(lastMigratedSchema()).toBe(currentSchema());
  });
});
