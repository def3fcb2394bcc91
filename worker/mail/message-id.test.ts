import { describe, expect, it } from 'vitest';
import { messageIdOf } from './message-id.ts';

const message = { dealId: 'd', runNo: 1, key: 'mail:s:m:1:1' };

describe('a Message-ID', () => {
  it('is the same for every attempt and another for another mail', () => {
    const id = messageIdOf(message, 'Sales <sales@example.com>');
    expect(id).toMatch(/^<[0-9a-f]{64}@example\.com>$/);
    expect(messageIdOf(message, 'other@example.com')).toBe(id);
    expect(messageIdOf({ ...message, key: 'mail:s:m:1:2' }, 'sales@example.com')).not.toBe(id);
  });
});
