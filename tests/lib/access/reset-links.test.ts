import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { disableAccount } from '@/lib/access/account';
import { forgetEverywhere } from '@/lib/access/known-viewers';
import { disableByEmail, enableByEmail, resetByEmail } from '@/lib/access/account-by-email';
import type { Mail, MailMaker } from '@/lib/access/mail';
import { queueMail, sendsMail } from '@/lib/access/mail';
import {
  newPasswordInput,
  passwordResetLife,
  passwordResetRequest,
} from '@/lib/access/password-reset';
import { endResets, findReset, insertReset, spendReset } from '@/lib/access/password-reset-store';
import { openReset, requestReset } from '@/lib/access/reset-links';
import { fingerprint } from '@/lib/access/secret';
import { viewerOfSession } from '@/lib/access/visitor';
import { db } from '@/lib/db';
import { transaction } from '@/lib/transaction';
import { aPerson } from '@/tests/builders/a-person';
import { refused } from '@/tests/builders/refused';
import { signedIn } from '@/tests/builders/signed-in';

const held = globalThis as { parallaxMail?: unknown; parallaxAttempts?: unknown };
const origin = 'https://parallax.example.org';
let queued: MailMaker[];

beforeEach(() => {
  queued = [];
  held.parallaxMail = (make: MailMaker) => queued.push(make) > 0;
});
afterEach(() => {
  delete held.parallaxMail;
  delete held.parallaxAttempts;
});

async function sent(): Promise<Mail[]> {
  const mails = await Promise.all(queued.splice(0).map((make) => make()));
  return mails.filter((mail) => mail !== null);
}

test('a server that sends no mail says so', async () => {
  delete held.parallaxMail;
  expect(sendsMail()).toBe(false);
  expect(await refused(requestReset('ada@example.org', '::1', origin))).toMatchObject({
    reason: 'absent',
  });
  queueMail(async () => null);
});

test('only who has a password here is sent a link, and nothing is looked up before the answer', async () => {
  const ada = await aPerson({ password: 'correct horse battery' });
  const [external, gone] = [await aPerson(), await aPerson({ password: 'correct horse battery' })];
  await disableByEmail(gone.email);
  for (const email of [ada.email, external.email, gone.email, 'nobody@example.org'])
    expect(await requestReset(email, '192.0.2.1', origin)).toBeUndefined();
  expect(queued).toHaveLength(4);
  expect(await db().passwordReset.count({ where: { userId: ada.userId } })).toBe(0);
  const [mail, ...more] = await sent();
  expect(more).toEqual([]);
  expect(mail?.to).toBe(ada.email);
  const secret = /https:\/\/parallax\.example\.org\/reset\/([\w-]{43})\n/.exec(
    mail?.text ?? '',
  )?.[1];
  expect(await findReset(db(), fingerprint(secret ?? ''), new Date())).toMatchObject({
    userId: ada.userId,
    madeById: null,
  });
});

test('three mails an hour to an address, which is not revealed; twenty from a network, which is refused', async () => {
  const [email, address] = [`${v7()}@example.org`, '192.0.2.2'];
  for (let at = 0; at < 5; at++) await requestReset(email, address, origin);
  expect(queued).toHaveLength(3);
  for (let at = 0; at < 15; at++) await requestReset(`${v7()}@example.org`, address, origin);
  expect(await refused(requestReset(`${v7()}@example.org`, address, origin))).toMatchObject({
    reason: 'too-many',
  });
  await requestReset(`${v7()}@example.org`, '192.0.2.3', origin);
});

test('what is sent must be of its form', () => {
  expect(passwordResetRequest.parse({ email: ' ADA@example.org' })).toEqual({
    email: 'ada@example.org',
  });
  expect(passwordResetRequest.safeParse({ email: 'ada' }).success).toBe(false);
  expect(newPasswordInput.safeParse({ secret: 'x', password: 'short' }).success).toBe(false);
});

test('a link is stored by its fingerprint, works for a day, and ends with the others of the person', async () => {
  const ada = await aPerson();
  const { url, expiresAt } = await openReset(db(), { userId: ada.userId, madeById: null, origin });
  expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(passwordResetLife - 10_000);
  const hash = fingerprint(url.split('/').at(-1) ?? '');
  const of = { userId: ada.userId, madeById: ada.userId, expiresAt: new Date(expiresAt) };
  await insertReset(db(), { hash: 'other', ...of });
  expect(await findReset(db(), hash, new Date(Date.parse(expiresAt) + 1))).toBeNull();
  expect(await spendReset(db(), hash, ada.userId)).toBe(true);
  expect(await spendReset(db(), hash, ada.userId)).toBe(false);
  expect(await findReset(db(), 'other', new Date())).toBeNull();
  await insertReset(db(), { hash: 'third', ...of });
  await endResets(db(), ada.userId);
  expect(await findReset(db(), 'third', new Date())).toBeNull();
});

test('the operator resets, disables and enables by e-mail', async () => {
  const ada = await aPerson();
  const email = ` ${ada.email.toUpperCase()}`;
  expect((await resetByEmail(email, origin)).url).toMatch(/\/reset\/[\w-]{43}$/);
  expect(await disableByEmail(email)).toBe(true);
  expect(await disableByEmail(email)).toBe(false);
  expect(await refused(resetByEmail(email, origin))).toMatchObject({ reason: 'conflict' });
  expect(await enableByEmail(email)).toBe(true);
  expect(await enableByEmail(email)).toBe(false);
  for (const action of [disableByEmail, enableByEmail, (one: string) => resetByEmail(one, origin)])
    expect(await refused(action('nobody@example.org'))).toMatchObject({ reason: 'absent' });
});

test('a disabled account is told of, and forgotten here at once', async () => {
  const ada = await signedIn(await aPerson());
  const isIn = async () => (await viewerOfSession(ada.userId, ada.sessionId ?? '')) !== null;
  const announcements: unknown[] = [];
  const line = globalThis as { parallaxAnnounce?: (all: readonly unknown[]) => void };
  line.parallaxAnnounce = (all) => void announcements.push(...all);
  expect(await isIn()).toBe(true);
  await transaction((tx) => disableAccount(tx, ada.userId, null));
  forgetEverywhere(ada.userId);
  delete line.parallaxAnnounce;
  expect(announcements).toEqual([{ kind: 'rights', of: { userId: ada.userId } }]);
  expect(await isIn()).toBe(false);
});
