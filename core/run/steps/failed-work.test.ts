import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import { email, exit, process, stage, task } from '../../world/testing/process.ts';

const code = 'not-composed';

function started(mandatory: boolean) {
  const steps = [email('m', { mandatory }), task('post'), task('call')];
  const links = ['m.notSent>post', 'm>call'];
  const drawn = stage('s', { steps, links, exits: [exit('won', 'auto', 'won')] });
  return new Deal(process([drawn])).start();
}

describe('a mail that cannot be put together', () => {
  it('E27: stops its step, whatever is drawn for one that does not go; a retry asks anew', () => {
    for (const deal of [started(true), started(false)]) {
      deal.send({ kind: 'workFailed', step: { ...deal.ref('m'), round: 2 }, code });
      expect(deal.state.incidents).toEqual([]);
      deal.send({ kind: 'workFailed', step: deal.ref('m'), code });
      expect(deal.status('m')).toBe('incident');
      expect(deal.status('post')).toBe('pending');
      expect(deal.effectsOf('openIncident')).toMatchObject([{ code, choices: ['retry', 'skip'] }]);
      deal.send({ kind: 'resolveIncident', incident: 'i1', choice: 'retry', reason: null });
      expect(deal.effectsOf('sendMail').map(({ key }) => key)).toEqual([
        'mail:s:m:1:1',
        'mail:s:m:1:1:i1',
      ]);
    }
  });
});
