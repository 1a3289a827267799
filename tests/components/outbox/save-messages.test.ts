import { saveMessage, troubleMessage, troubleOf } from '@/components/outbox/work';
import type { SaveState } from '@/components/outbox/work';

test.each<[SaveState, string]>([
  [{ kind: 'saved' }, 'All changes saved'],
  [{ kind: 'saving', count: 3 }, 'Saving…'],
  [{ kind: 'offline', count: 1 }, 'Offline: 1 changes waiting'],
  [{ kind: 'offline', count: 1200 }, 'Offline: 1200 changes waiting'],
  [{ kind: 'offline', count: 3, trouble: 'disk-full' }, 'Offline: 3 changes waiting'],
  [{ kind: 'signed-out', count: 2 }, 'Offline: 2 changes waiting'],
])('%j reads “%s”', (save, text) => {
  expect(saveMessage(save)).toBe(text);
});

test.each([
  [507, /disk is full.* here and sent/],
  [503, /database is away.* here and sent/],
  [500, null],
  [0, null],
])('an answer of %i tells what is the matter: %s', (status, text) => {
  const message = troubleMessage({ kind: 'offline', count: 1, trouble: troubleOf(status) });
  if (text === null) expect(message).toBeNull();
  else expect(message).toMatch(text);
  expect(troubleMessage({ kind: 'saving', count: 1 })).toBeNull();
});
