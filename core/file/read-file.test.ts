import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readFile } from './read-file.ts';

const schema = z.strictObject({
  name: z.string().min(1),
  size: z.union([z.number(), z.boolean()]).optional(),
  steps: z.array(z.object({ kind: z.enum(['task', 'mail']) })).default([]),
});

function problems(json: string) {
  const read = readFile(json, schema);
  return read.ok ? [] : read.problems;
}

describe('reading a file', () => {
  it('answers the value with its defaults', () => {
    expect(readFile('{"name": "x"}', schema)).toMatchObject({
      ok: true,
      value: { name: 'x', steps: [] },
    });
  });

  it('tells everything that is wrong, with place, value, sentence and remedy', () => {
    const json = '{\n  "size": "big",\n  "steps": [{ "kind": "tsak" }],\n  "colour": 1\n}';
    expect(problems(json)).toEqual([
      { path: 'name', line: 1, column: 1, message: 'Is missing.', remedy: 'Add it.' },
      {
        path: 'size',
        line: 2,
        column: 11,
        value: '"big"',
        message: 'Must be a number. Or: Must be a boolean.',
      },
      {
        path: 'steps[0].kind',
        line: 3,
        column: 23,
        value: '"tsak"',
        message: 'Must be task or mail.',
      },
      {
        path: 'colour',
        line: 4,
        column: 13,
        value: '1',
        message: '“colour” is not known here.',
        remedy: 'Leave it out, or correct its name.',
      },
    ]);
  });

  it('refuses a property that the schema would drop in silence, however deep', () => {
    const [problem] = problems('{"name": "x", "steps": [{"kind": "task", "constructor": 1}]}');
    expect(problem).toMatchObject({ path: 'steps[0].constructor', value: '1' });
  });

  it('refuses a property that stands twice', () => {
    expect(problems('{"name": "x", "name": "y"}')[0]?.message).toBe('“name” is written twice.');
  });
});
