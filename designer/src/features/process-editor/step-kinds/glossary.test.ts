import { describe, expect, it } from 'vitest';
import glossary from '../../../../../docs/glossary.md?raw';
import { rulesOfKinds, stepKinds } from './rules-of-kinds.ts';

describe('the glossary', () => {
  it('names every kind of step as the palette does, in its order', () => {
    const row = /^\| Step \| [^:]+: (.+) \|$/m.exec(glossary)?.[1];
    const names = stepKinds.map((kind) => rulesOfKinds[kind].name.toLowerCase());
    expect(row).toBe(names.join(', '));
  });
});
