import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Mail } from '@/lib/access/mail';
import { queueMail, sendsMail } from '@/lib/access/mail';
import { openMail } from '@/server/process/mail';
import { expectConsoleError, logLines } from '@/tests/harness/expected-errors';
import type { MailServer } from '@/tests/harness/mail-server';
import { startMailServer } from '@/tests/harness/mail-server';

let server: MailServer;
let close: () => void;
beforeEach(async () => {
  server = await startMailServer();
  close = openMail({ url: server.url, from: 'Parallax <parallax@example.org>' });
});
afterEach(async () => {
  close();
  await server.stop();
});

const mail: Mail = { to: 'ada@example.org', subject: 'A link', text: 'https://x.org/reset/abc\n' };

test('sends what is asked for, and nothing where there is nothing to be sent', async () => {
  queueMail(async () => null);
  queueMail(async () => mail);
  await server.waitFor(1);
  const [message] = server.messages;
  expect(message?.to).toEqual(['ada@example.org']);
  expect(message?.raw).toMatch(/^From: Parallax <parallax@example.org>\r$/m);
  expect(message?.raw).toMatch(/^Subject: A link\r$/m);
  expect(message?.raw).toContain('https://x.org/reset/abc');
  close();
  expect(sendsMail()).toBe(false);
});

test('tries again where the other server cannot take it now', async () => {
  server.refuse(1, 451);
  queueMail(async () => mail);
  await server.waitFor(1);
});

test('gives up where it never will, says so without naming anybody, and goes on', async () => {
  expectConsoleError(/A mail could not be sent.*EMESSAGE 550/s);
  expectConsoleError(/A mail could not be sent.*no reason given/s);
  server.refuse(1, 550);
  queueMail(async () => mail);
  queueMail(() => Promise.reject(new Error('ada@example.org is away')));
  queueMail(async () => ({ ...mail, to: 'bob@example.org' }));
  await server.waitFor(1);
  expect(server.messages.map(({ to }) => to)).toEqual([['bob@example.org']]);
  expect(logLines().map(({ level }) => level)).toEqual(['error', 'error']);
  expect(JSON.stringify(logLines())).not.toContain('ada@');
});

test('takes no more than can wait', () => {
  expectConsoleError(/Too many mails wait/);
  for (let at = 0; at < 201; at++) queueMail(async () => null);
});
