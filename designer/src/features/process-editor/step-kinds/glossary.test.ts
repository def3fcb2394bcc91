import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '#bin/repository.ts';
import { rulesOfKinds, stepKinds } from './rules-of-kinds.ts';

const glossary = readFileSync(join(repository, 'docs', 'glossary.md'), 'utf8');

describe('the glossary', () => {
  it('names every kind of step as the palette does, in its order', () => {
    const row = /^\| Step \| [^:]+: (.+) \|$/m.exec(glossary)?.[1];
    const names = stepKinds.map((kind) => rulesOfKinds[kind].name.toLowerCase());
    expect(row).toBe(names.join(', '));
  });
});
