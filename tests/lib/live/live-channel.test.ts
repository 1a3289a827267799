import { describe, expect, test } from '@jest/globals';
import type { LiveChannel } from '@/lib/live/live-channel';
import { isTextChannel, channelName, channelOf } from '@/lib/live/live-channel';

const one = '01999999-0000-7000-8000-00000000000a';
const other = '01999999-0000-7000-8000-00000000000b';

const channels: LiveChannel[] = [
  { kind: 'own', articleId: one, userId: other },
  { kind: 'layers', articleId: one },
  { kind: 'consensus', articleId: one },
  { kind: 'draft', draftId: one },
  { kind: 'guidelines', projectId: one },
];

describe('live channels', () => {
  test.each(channels)('$kind is found again by its name', (channel) => {
    expect(channelOf(channelName(channel))).toEqual(channel);
  });

  test.each([
    '',
    'own',
    `own/${one}`,
    `own/${one}/${other}/${one}`,
    `layers/${one}/${other}`,
    `layers/${one} `,
    `layers/${one.toUpperCase()}`,
    `draft/${one}/`,
    `secrets/${one}`,
    '__proto__',
    'constructor',
    `layers/${one}\nx`,
  ])('“%s” is no channel', (name) => {
    expect(channelOf(name)).toBeNull();
  });

  test('only drafts and guidelines hold a text', () => {
    expect(channels.filter(isTextChannel).map(({ kind }) => kind)).toEqual(['draft', 'guidelines']);
  });
});
