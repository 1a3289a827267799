import { expect, test } from '@jest/globals';
import { password } from '@/lib/access/password';

test.each([
  ['nine char', 'A password needs at least 10 characters.'],
  ['x'.repeat(201), 'A password has at most 200 characters.'],
  ['half a \ud83d here', 'It has half of a character in it (a lone surrogate).'],
])('refuses %j', (sent, why) => {
  expect(password.safeParse(sent).error?.issues[0]?.message).toBe(why);
});

test.each(['ten  chars', 'x'.repeat(200), 'пароль мой 😀', '          '])('takes %j', (sent) => {
  expect(password.parse(sent)).toBe(sent);
});
