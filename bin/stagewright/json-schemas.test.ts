import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repository } from '../repository.ts';
import { publishedSchemas } from './json-schemas.ts';

const samples = join(repository, 'prisma', 'samples');
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as object;
const drawing = json(join(samples, 'photovoltaics.json')) as { name: string };
const scenarios = readdirSync(join(samples, 'scenarios'));

function accepts(name: string, value: unknown): boolean {
  const { text } = publishedSchemas().find((each) => each.name === name)!;
  return z.fromJSONSchema(JSON.parse(text) as z.core.JSONSchema.JSONSchema).safeParse(value)
    .success;
}

describe('the published JSON Schemas', () => {
  it.each(publishedSchemas())(
    '$name is in step: else run node --import tsx bin/schemas.ts',
    ({ file, text }) => {
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );

  it('are all there are in their folder', () => {
    const [first] = publishedSchemas();
    const known = publishedSchemas().map(({ file }) => basename(file));
    expect(readdirSync(dirname(first!.file)).toSorted()).toEqual(known.toSorted());
  });

  it('take the samples, and refuse what our own reader refuses', () => {
    const process = { format: 1, key: 'PV-01', name: drawing.name, drawing };
    expect(accepts('process', process)).toBe(true);
    expect(accepts('process', { ...process, drawing: { ...drawing, colour: 1 } })).toBe(false);
    expect(accepts('process', { ...process, format: 2 })).toBe(false);
  });

  it.each(scenarios)('take the scenario %s, and no other act', (file) => {
    const scenario = json(join(samples, 'scenarios', file)) as { acts: object[] };
    expect(accepts('scenario', scenario)).toBe(true);
    expect(accepts('scenario', { ...scenario, acts: [{ act: 'forget' }] })).toBe(false);
  });
});
