import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workflowBundle } from '#bin/build/workflow-bundle.ts';
import { openLog } from '#worker/log.ts';
import { logThrough } from '#worker/temporal-log.ts';
import { recordedHistories } from './corpus.ts';

let folder: string;

beforeAll(() => {
  logThrough(openLog('silent'));
  folder = mkdtempSync(join(tmpdir(), 'stagewright-replay-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Names of the histories that the bundle no longer replays. */
async function diverging(bundle: string): Promise<string[]> {
  const options = { workflowBundle: { codePath: bundle } };
  const failed: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories(
    options,
    recordedHistories(),
  )) {
    if (error) failed.push(workflowId);
  }
  return failed;
}

describe('the recorded histories', () => {
  it('tell of deals won, lost, escalated and continued as new', () => {
    const names = recordedHistories().map(({ workflowId }) =>
      workflowId.replace(/^\d+\/|-\d+\.bin$/g, ''),
    );
    expect(new Set(names)).toEqual(new Set(['won', 'lost', 'escalated', 'continued']));
    expect(names.filter((name) => name === 'continued').length).toBeGreaterThan(1);
  });

  it('replay on the bundle that ships', async () => {
    expect(await diverging(workflowBundle)).toEqual([]);
  });

  it('do not replay on a bundle that writes where nothing happened', async () => {
    const code = readFileSync(workflowBundle, 'utf8');
    const changed = code.replace('own && folded.effects', 'false && folded.effects');
    expect(changed).not.toBe(code);
    const planted = join(folder, 'planted.js');
    writeFileSync(planted, changed);
    expect(await diverging(planted)).not.toEqual([]);
  });
});
