import { signInMessage } from '@/components/access/sign-in-message';

test.each([undefined, null, '', 'SessionRequired', ['a', 'b']])('says nothing of %p', (error) => {
  expect(signInMessage(error)).toBeNull();
});

test.each([
  ['CredentialsSignin', 'E-mail or password is wrong'],
  ['not-invited', 'No account here belongs to that e-mail address'],
  ['code-wrong', 'The code is wrong, or was used already'],
  ['vouched-too-long-ago', 'That took too long'],
  ['AccessDenied', 'The other site did not say who you are'],
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
])('tells how long to wait after %s', (error, message) => {
  expect(signInMessage(error)?.detail).toContain(message);
});
