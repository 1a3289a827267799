import { expect, test } from '@jest/globals';
import { announceInText } from '@/lib/live/announce-in-text';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';

const announcements = recordAnnouncements();

test('tells those in the room of the text', () => {
  announceInText({ kind: 'draft', draftId: 'd' }, { kind: 'saved', snapshot: 'AAAA' });
  expect(announcements).toEqual([
    {
      kind: 'message',
      channel: { kind: 'draft', draftId: 'd' },
      message: { kind: 'saved', snapshot: 'AAAA' },
    },
  ]);
});
