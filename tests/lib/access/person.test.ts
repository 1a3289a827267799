import { expect, test } from '@jest/globals';
import { emailAddress, meView, personInput } from '@/lib/access/person';

test.each([
  [' Ada@Example.ORG ', 'ada@example.org'],
  ['ada+news@example.co.uk', 'ada+news@example.co.uk'],
])('the address %j is stored as %j', (sent, stored) => {
  expect(emailAddress.parse(sent)).toBe(stored);
});

test.each([
  '',
  'ada',
  'ada@',
  'a b@example.org',
  'ada@example.org\u0000',
  `${'a'.repeat(250)}@example.org`,
  'ada@example.org, eve@example.org',
])('%j is no address', (sent) => {
  expect(emailAddress.safeParse(sent).success).toBe(false);
});

test('who joins gives a name, an address and a password, and nothing else', () => {
  const ada = { name: ' Ada ', email: 'ADA@example.org', password: 'long enough' };
  expect(personInput.parse(ada)).toEqual({ ...ada, name: 'Ada', email: 'ada@example.org' });
  expect(personInput.safeParse({ ...ada, role: 'owner' }).success).toBe(false);
  expect(personInput.safeParse({ ...ada, name: '\u202eAda' }).success).toBe(false);
  expect(personInput.safeParse({ ...ada, password: 'short' }).success).toBe(false);
});

test('the API’s view of a person has no more than its schema', () => {
  const me = {
    id: '0198c0de-0000-7000-8000-000000000001',
    name: 'Ada',
    email: 'ada@example.org',
    by: 'session',
    scopes: ['read'],
  };
  expect(meView.parse({ ...me, passwordHash: 'x' })).toEqual(me);
});
