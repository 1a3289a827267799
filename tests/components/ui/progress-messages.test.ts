import { expect, test } from '@jest/globals';
import { counted, projectProgressMessage } from '@/components/ui/progress-messages';

test.each([
  [0, '0 articles'],
  [1, '1 article'],
  [1200, '1,200 articles'],
])('%d is %j', (number, message) => {
  expect(counted(number, 'article')).toBe(message);
});

test('a plural of its own is used', () => {
  expect([counted(1, 'person', 'people'), counted(2, 'person', 'people')]).toEqual([
    '1 person',
    '2 people',
  ]);
});

test.each([
  ['analyst', 4, 0, 0, 'You have not begun'],
  ['analyst', 4, 1, 0, 'You have submitted 0 of 4, 1 begun'],
  ['manager', 4, 1, 2, 'You have submitted 2 of 4, 1 begun'],
  ['owner', 4, 0, 2, 'You have submitted 2 of 4'],
  ['analyst', 4, 0, 4, 'You have submitted every article'],
  ['analyst', 0, 0, 0, ''],
  ['viewer', 4, 0, 0, ''],
] as const)(
  '%s of %d with %d begun, %d submitted: %j',
  (role, articles, begun, submitted, message) => {
    expect(projectProgressMessage({ role, articles }, { begun, submitted })).toBe(message);
  },
);
