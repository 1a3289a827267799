import type { Announcement } from '@/lib/live/live-channel';
import { afterEach, describe, expect, test } from '@jest/globals';
import { announce, announceInText } from '@/lib/live/announce';
import { recordAnnouncements } from '@/tests/builders/recorded-announcements';

describe('announce', () => {
  const line = globalThis as {
    parallaxAnnounce?: (announcements: readonly Announcement[]) => void;
  };

  afterEach(() => {
    delete line.parallaxAnnounce;
  });

  test('nobody listens: nothing happens', () => {
    expect(() => announce({ kind: 'rights', of: { userId: 'one' } })).not.toThrow();
  });

  test('the live server gets everything that is announced together', () => {
    const received: unknown[] = [];
    line.parallaxAnnounce = (announcements) => received.push(announcements);
    const rights: Announcement = { kind: 'rights', of: { projectId: 'one' } };
    announce(rights, rights);
    expect(received).toEqual([[rights, rights]]);
  });
});

describe('announce in text', () => {
  const announcements = recordAnnouncements();

  test('publishes on the channel of the text', () => {
    announceInText({ kind: 'draft', draftId: 'd' }, { kind: 'saved', snapshot: 'AAAA' });
    expect(announcements).toEqual([
      {
        kind: 'message',
        channel: { kind: 'draft', draftId: 'd' },
        message: { kind: 'saved', snapshot: 'AAAA' },
      },
    ]);
  });
});
