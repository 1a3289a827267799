import { expect, test } from '@jest/globals';
import { newTokenView, tokenInput, tokenView } from '@/lib/access/token';

test('scopes come in one order, each once', () => {
  const sent = { name: ' Export ', scopes: ['write', 'read', 'write'] };
  expect(tokenInput.parse(sent)).toEqual({ name: 'Export', scopes: ['read', 'write'] });
});

test.each([
  { name: 'x', scopes: [] },
  { name: 'x', scopes: ['admin'] },
  { name: '', scopes: ['read'] },
  { name: 'x', scopes: ['read'], expiresAt: 'tomorrow' },
  { name: 'x', scopes: ['read'], id: '7' },
  { name: 'x', scopes: ['read'], userId: '0198c0de-0000-7000-8000-000000000001' },
])('%j is refused', (sent) => {
  expect(tokenInput.safeParse(sent).success).toBe(false);
});

test('a time with any offset is taken, and none', () => {
  const at = (expiresAt: string | null) =>
    tokenInput.safeParse({ name: 'x', scopes: ['read'], expiresAt }).success;
  expect(at('2030-01-01T00:00:00+02:00')).toBe(true);
  expect(at(null)).toBe(true);
});

test('only the answer that makes a token has its secret', () => {
  const view = { id: '0198c0de-0000-7000-8000-000000000001', token: 'plx_x' };
  expect(newTokenView.parse(view)).toEqual(view);
  expect(Object.keys(tokenView.shape)).not.toContain('token');
  expect(Object.keys(tokenView.shape)).not.toContain('hash');
});
