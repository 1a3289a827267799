import { password } from '@/lib/access/person';
import { expect, test } from '@jest/globals';
import {
  passwordMessage,
  signInMessage,
  unsentMessage,
  endOfTerm,
  tokenTerms,
} from '@/components/access/access-messages';

const unlike = 'correct horse battery staple, and so on and on ';

test.each([
  '',
  'short',
  unlike.slice(0, 9),
  unlike.slice(0, 10),
  unlike.repeat(5).slice(0, 200),
  unlike.repeat(5).slice(0, 201),
  'aaaaaaaaaaaa',
  'half of a \ud83d',
  '🔑🔑🔑🔑🔑',
])('judges %p as the server does', (typed) => {
  expect(passwordMessage(typed).holds).toBe(password.safeParse(typed).success);
});

test.each([
  [
    '',
    'At least 10 characters, not a common password and not your e-mail address. A few unrelated words do well.',
  ],
  ['123456789', '1 more character needed.'],
  ['12345', '5 more characters needed.'],
  ['abababababab', 'Long enough, but with so few different characters too easy to guess.'],
  ['abcdefghij', 'Long enough. A longer one is harder to guess.'],
  [unlike, 'Long enough, and hard to guess if nobody has seen it.'],
  [unlike.repeat(5).slice(0, 203), '3 too many: at most 200 characters.'],
])('says of %p: %s', (typed, message) => {
  expect(passwordMessage(typed).message).toBe(message);
});

test.each([undefined, null, '', 'SessionRequired', ['a', 'b']])('says nothing of %p', (error) => {
  expect(signInMessage(error)).toBeNull();
});

test.each([
  ['CredentialsSignin', 'E-mail or password is wrong'],
  ['not-invited', 'No account here belongs to that e-mail address'],
  ['code-wrong', 'The code is wrong, or was used already'],
  ['vouched-too-long-ago', 'That took too long'],
  ['AccessDenied', 'The other site did not confirm who you are'],
  ['OAuthCallback', 'Signing in through the other site did not work'],
  ['Callback', 'Signing in through the other site did not work'],
  ['Configuration', 'Signing in did not work'],
  ['constructor', 'Signing in did not work'],
  ['too-many:soon', 'Signing in did not work'],
])('says of %s: %s', (error, title) => {
  expect(signInMessage(error)?.title).toBe(title);
});

test('never repeats what stands in the address', () => {
  expect(
    JSON.stringify(signInMessage('<script>Pay 5 coins to example.org</script>')),
  ).not.toContain('coins');
});

test.each([
  ['too-many:1', 'Wait a minute,'],
  ['too-many:60', 'Wait a minute,'],
  ['too-many:61', 'Wait 2 minutes,'],
  ['too-many:900', 'Wait 15 minutes,'],
])('says how long to wait after %s', (error, message) => {
  expect(signInMessage(error)?.detail).toContain(message);
});

test.each([
  [{ waiting: 1, refused: 0, decisions: 0 }, '1 change waits to be sent.'],
  [
    { waiting: 2, refused: 0, decisions: 1 },
    '2 changes wait to be sent, 1 decision waits to be sent.',
  ],
  [
    { waiting: 0, refused: 1, decisions: 0 },
    '1 change was not accepted and is kept for you to copy.',
  ],
])('%j', (unsent, message) => {
  expect(unsentMessage(unsent)).toBe(`Only in this browser: ${message}`);
});

const now = new Date('2026-02-20T10:00:00Z');

test.each([
  ['30', '2026-03-22T10:00:00.000Z'],
  ['365', '2027-02-20T10:00:00.000Z'],
  ['ever', null],
  ['', null],
  ['0', null],
  ['-3', null],
])('a term of %s ends at %s', (term, end) => {
  expect(endOfTerm(term, now)).toBe(end);
});

test('exactly one choice has no end', () => {
  expect(tokenTerms.filter(({ value }) => endOfTerm(value, now) === null)).toHaveLength(1);
});
