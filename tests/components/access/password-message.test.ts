import { passwordMessage } from '@/components/access/password-message';
import { password } from '@/lib/access/password';

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
