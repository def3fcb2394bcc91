import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedMailbox } from '../support/mail.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { connectTemporal, newTaskQueue, temporalNamespace } from '../support/temporal.ts';

describe('the servers that tests share', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('give each test file a migrated database of its own', async () => {
    const other = await createTestDatabase();
    await database.query(`INSERT INTO setting (key, value) VALUES ('mine', '1')`);
    const keys = async (from: TestDatabase) =>
      (await from.query<{ key: string }>('SELECT key FROM setting')).map((row) => row.key);
    expect([await keys(database), await keys(other)]).toEqual([['mine'], []]);
    await other.drop();
  });

  it('run a Temporal server with its namespace', async () => {
    const { client, close } = await connectTemporal();
    const { namespaceInfo } = await client.workflowService.describeNamespace({
      namespace: temporalNamespace(),
    });
    expect(namespaceInfo?.name).toBe(temporalNamespace());
    expect(newTaskQueue()).not.toBe(newTaskQueue());
    await close();
  });

  it('take real mail', async () => {
    const mailbox = sharedMailbox();
    await createTransport(mailbox.smtpUrl).sendMail({
      from: 'a@x.test',
      to: 'shared@x.test',
      messageId: '<shared@x.test>',
      text: 'hello',
    });
    const [message] = await mailbox.messages('shared@x.test');
    expect(message && (await mailbox.read(message.id)).text).toContain('hello');
    expect(await mailbox.countOf('<shared@x.test>')).toBe(1);
  });
});
