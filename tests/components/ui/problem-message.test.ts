import { problemMessage } from '@/components/ui/problem-message';

const nothingChanged = 'Nothing was changed, and what you entered is still here.';

test('tells what is wrong with one field in its own words', () => {
  const result = problemMessage({
    status: 422,
    title: 'It does not hold',
    detail: 'The body does not hold. password: Too short. Nothing was changed.',
    errors: [{ path: 'password', message: 'Too short.' }],
  });
  expect(result).toEqual({
    title: 'One thing does not hold',
    lines: ['Too short.', nothingChanged],
  });
});

test('names the place of what lies deep', () => {
  const { title, lines } = problemMessage({
    status: 422,
    title: 'It does not hold',
    detail: 'The body does not hold.',
    errors: [
      { path: 'labels.3.name', message: 'It is empty.' },
      { path: 'guidelines', message: 'Too long.' },
    ],
  });
  expect(title).toBe('Some things do not hold');
  expect(lines).toEqual(['labels.3.name: It is empty.', 'Too long.', nothingChanged]);
});

test('does not say twice that nothing was changed', () => {
  const message = 'This is not your present password. Nothing was changed.';
  const result = problemMessage({
    status: 422,
    title: 'It does not hold',
    detail: message,
    errors: [{ path: 'current', message }],
  });
  expect(result.lines).toEqual([message]);
});

test('leaves other problems as the server tells them, with what they add', () => {
  const result = problemMessage({
    status: 409,
    title: 'It clashes with what is there now',
    detail: 'The draft has moved on. Nothing was changed.',
    errors: [
      { path: 'version', message: 'It is 4 by now.' },
      { path: '', message: 'Nothing was changed.' },
    ],
  });
  expect(result).toEqual({
    title: 'It clashes with what is there now',
    lines: ['The draft has moved on. Nothing was changed.', 'It is 4 by now.'],
  });
});
