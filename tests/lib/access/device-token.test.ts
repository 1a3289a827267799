import { expect, test } from '@jest/globals';
import { deviceOf, deviceTokenLife, withDeviceToken } from '@/lib/access/device-token';

const secret = 'a secret of the server';
const [ada, bob] = ['ada@example.org', 'bob@example.org'];

test('a browser is known for the account that has signed in on it, for 30 days', () => {
  const cookie = withDeviceToken(undefined, ada, secret, 1000);
  const device = deviceOf(cookie, ada, secret, 2000);
  expect(device).toMatch(/^[\w-]{43}$/);
  expect(deviceOf(cookie, ada, secret, 1000 + deviceTokenLife - 1)).toBe(device);
  expect(deviceOf(cookie, ada, secret, 1000 + deviceTokenLife)).toBeNull();
  expect(deviceOf(cookie, bob, secret, 2000)).toBeNull();
});

test('what the server has not signed counts as nothing', () => {
  const cookie = withDeviceToken(undefined, ada, secret, 1000);
  const [nonce = '', time = '', signature = ''] = cookie.split('.');
  const later = `${nonce}.${(Number.parseInt(time, 36) + 1).toString(36)}.${signature}`;
  const other = `${'x'.repeat(43)}.${time}.${signature}`;
  const none = `${nonce}.${time}.${'A'.repeat(43)}`;
  for (const forged of [later, other, none, '', 'x', '~~~', `${cookie}x`, undefined])
    expect(deviceOf(forged, ada, secret, 2000)).toBeNull();
  expect(deviceOf(cookie, ada, 'another secret', 2000)).toBeNull();
});

test('it keeps the four last accounts, each once', () => {
  const accounts = Array.from({ length: 5 }, (_, at) => `person-${at}@example.org`);
  let cookie: string | undefined;
  for (const account of [...accounts, ...accounts])
    cookie = withDeviceToken(cookie, account, secret, 1000);
  expect(cookie?.split('~')).toHaveLength(4);
  expect(accounts.map((account) => deviceOf(cookie, account, secret, 2000) !== null)).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
});
