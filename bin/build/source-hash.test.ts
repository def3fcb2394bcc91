import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOfSources } from './source-hash.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stagewright-hash-'));
  mkdirSync(join(root, 'core', 'run'), { recursive: true });
  writeFileSync(join(root, 'core', 'run', 'step.ts'), 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

const hash = () => hashOfSources(['core', 'package-lock.json'], root);

describe('the hash of sources', () => {
  it('changes with content, name and new files', () => {
    const seen = [hash()];
    writeFileSync(join(root, 'core', 'run', 'step.ts'), 'two');
    seen.push(hash());
    renameSync(join(root, 'core', 'run', 'step.ts'), join(root, 'core', 'run', 'fold.ts'));
    seen.push(hash());
    writeFileSync(join(root, 'package-lock.json'), '{}');
    seen.push(hash());
    expect(new Set(seen).size).toBe(4);
  });

  it('stays the same over dates and tests', () => {
    const before = hash();
    utimesSync(join(root, 'core', 'run', 'step.ts'), 1, 1);
    writeFileSync(join(root, 'core', 'run', 'step.test.ts'), 'test');
    expect(hash()).toBe(before);
  });
});
