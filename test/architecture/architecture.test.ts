import { describe, expect, it } from 'vitest';
import { cycles } from './cycles.ts';
import { sourceFiles } from './source-files.ts';
import { breaches } from './walls.ts';

const files = sourceFiles(['core', 'worker', 'api', 'prisma', 'bin', 'designer/src', 'test']);

const planted: [what: string, path: string, source: string][] = [
  ['core reads a clock library', 'core/run/x.ts', `import dayjs from 'dayjs';`],
  [
    'a rule parses templates by itself',
    'core/definition/x.ts',
    `import { Liquid } from 'liquidjs';`,
  ],
  ['core/run uses zod at run time', 'core/run/x.ts', `import { z } from 'zod';`],
  ['a step kind uses zod in a run', 'core/step-kinds/note/running.ts', `import { z } from 'zod';`],
  [
    'core/run uses another part of core at run time',
    'core/run/x.ts',
    `import { due } from '../time/due.ts';`,
  ],
  [
    'core imports prisma',
    'core/definition/x.ts',
    `import { openDatabase } from '#prisma/client.ts';`,
  ],
  [
    'a workflow imports an activity',
    'worker/workflows/x.ts',
    `import { applyEffects } from '../activities/apply-effects.ts';`,
  ],
  [
    'a workflow imports a Node built-in',
    'worker/workflows/x.ts',
    `import { readFileSync } from 'node:fs';`,
  ],
  [
    'the api imports the worker',
    'api/commands/x.ts',
    `import { claim } from '#worker/mail/claim.ts';`,
  ],
  [
    'the designer imports the api',
    'designer/src/app/x.tsx',
    `import { app } from '#api/app.ts'; export const A = () => <p>{String(app)}</p>;`,
  ],
  [
    'a feature imports another',
    'designer/src/features/inbox/x.tsx',
    `export { B } from '../board/b.tsx';`,
  ],
  [
    'a dynamic import crosses a wall',
    'core/layout/x.ts',
    `export const f = () => import('#api/app.ts');`,
  ],
];

describe('the walls between rooms', () => {
  it('sees the whole source, screens included', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.some((file) => file.path.endsWith('.tsx'))).toBe(true);
  });

  it('are not crossed by any import', () => {
    expect(breaches(files)).toEqual([]);
  });

  it.each(planted)('stand when %s', (_what, path, source) => {
    expect(breaches([{ path, source }])).toHaveLength(1);
  });

  it('let types through where the table says so', () => {
    const source = `import type { Activities } from '../activities/apply-effects.ts';`;
    expect(breaches([{ path: 'worker/workflows/x.ts', source }])).toEqual([]);
  });
});

describe('files that import each other', () => {
  it('do not exist, not even for types', () => {
    expect(cycles(files)).toEqual([]);
  });

  it('are found through a third file', () => {
    const planted = [
      { path: 'core/a.ts', source: `import { b } from './b.ts'; export const a = b;` },
      { path: 'core/b.ts', source: `import type { C } from './c.ts'; export const b: C = 1;` },
      { path: 'core/c.ts', source: `import type { a } from './a.ts'; export type C = typeof a;` },
    ];
    expect(cycles(planted)).toEqual([['core/a.ts', 'core/b.ts', 'core/c.ts', 'core/a.ts']]);
  });
});
