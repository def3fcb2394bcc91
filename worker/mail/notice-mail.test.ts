import { describe, expect, it } from 'vitest';
import { noticeMail } from './notice-mail.ts';

const notice = {
  kind: 'escalation',
  stage: 'prepare',
  stageName: 'Prepare the offer',
  stepName: 'Price the system',
  due: '2026-09-18T08:44:00.000Z',
  taskId: null,
} as const;
const deal = { id: 'd', number: 'PV-2026-0001', title: 'Roof' };

describe('the mail of an escalation', () => {
  it('gives the due in the zone of the calendar that measured it, and names the zone', () => {
    const mail = noticeMail(notice, deal, 'http://x', 'Europe/Warsaw');
    expect(mail).toMatchObject({
      text: expect.stringContaining('due 18 Sept 2026, 10:44 (Europe/Warsaw).'),
    });
  });
});
