import { expect, it } from 'vitest';
import { Deal } from '../world/testing/drive.ts';
import { exit, process, stage, task } from '../world/testing/process.ts';

it('E25: of two edits of the fields on one revision the second is stale', () => {
  const parts = { steps: [task('t')], exits: [exit('won', 'manual', 'won')] };
  const deal = new Deal(process([stage('s', parts)])).start();
  const edit = (revision?: number) =>
    deal.send({
      kind: 'setFields',
      submission: null,
      values: {},
      isSet: {},
      ...(revision !== undefined && { revision }),
    });
  expect([edit(3).ok, edit(4).ok, edit().ok]).toEqual([true, true, true]);
  expect(edit(4)).toMatchObject({ ok: false, code: 'stale' });
  expect(edit(5)).toEqual({ ok: true });
});
