import { expect, test } from '@jest/globals';
import { namerOf, pseudonymOf } from '@/lib/interchange/pseudonym';

test('is the same in one project, another in every other, and for every other secret', () => {
  const name = pseudonymOf('user', 'project', 'secret');
  expect(name).toMatch(/^analyst-[0-9a-f]{10}$/);
  expect(pseudonymOf('user', 'project', 'secret')).toBe(name);
  expect(pseudonymOf('other', 'project', 'secret')).not.toBe(name);
  expect(pseudonymOf('user', 'elsewhere', 'secret')).not.toBe(name);
  expect(pseudonymOf('user', 'project', 'another')).not.toBe(name);
});

test('people are shown by their names, or always by the same pseudonym', () => {
  expect(namerOf({ projectId: 'p', secret: null })('ada', 'Ada')).toBe('Ada');
  const shown = namerOf({ projectId: 'p', secret: 's' });
  expect(shown('ada', 'Ada')).toBe(pseudonymOf('ada', 'p', 's'));
  expect(shown('ada', 'Ada')).toBe(shown('ada', 'Another name'));
});
