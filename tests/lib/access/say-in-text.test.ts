import { expect, test } from '@jest/globals';
import { sayInText } from '@/lib/access/say-in-text';
import { hearAnnouncements } from '@/tests/builders/announced';

const heard = hearAnnouncements();

test('tells those in the room of the text', () => {
  sayInText({ kind: 'draft', draftId: 'd' }, { kind: 'kept', mark: 'AAAA' });
  expect(heard).toEqual([
    {
      kind: 'message',
      room: { kind: 'draft', draftId: 'd' },
      message: { kind: 'kept', mark: 'AAAA' },
    },
  ]);
});
