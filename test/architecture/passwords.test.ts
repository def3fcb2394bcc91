import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

/** The one place for a password that somebody sets, and the seed of the demo company. */
const mayHash = ['api/commands/password/new-password.ts', 'prisma/seed-company.ts'];

describe('a password', () => {
  it('is hashed in one place, which refuses a weak one', () => {
    const files = sourceFiles(['core', 'worker', 'api', 'bin', 'prisma', 'designer']).filter(
      ({ path, source }) => !path.endsWith('.test.ts') && source.includes('hashPassword'),
    );
    expect(files.map(({ path }) => path).toSorted()).toEqual(mayHash);
  });
});
