import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import * as Y from 'yjs';
import type { LiveChannel } from '@/lib/live/live-channel';
import { aMember } from '@/tests/builders/a-member';
import { aProject } from '@/tests/builders/a-project';
import { anAnnotation } from '@/tests/builders/an-annotation';
import { anArticle } from '@/tests/builders/an-article';
import { aFrame, aLiveServer } from '@/tests/harness/live-line';

let live: Awaited<ReturnType<typeof aLiveServer>>;

beforeEach(async () => {
  live = await aLiveServer();
});

afterEach(() => live.stop());

function aText(): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'words');
  return Y.encodeStateAsUpdate(doc);
}

test.each<[string, (channel: LiveChannel) => Uint8Array | string, number]>([
  ['garbage', () => new Uint8Array([255, 255, 255, 255]), 4400],
  ['text that is no frame', () => 'hello', 4400],
  ['a huge frame', () => new Uint8Array(7 * 1024 * 1024), 1009],
  ['a foreign channel', () => aFrame('other/channel', 2), 4404],
  [
    'a text where one may only read',
    (channel) =>
      aFrame(channel, 0, (encoder) => {
        writeVarUint(encoder, 2);
        writeVarUint8Array(encoder, aText());
      }),
    4403,
  ],
  [
    'a broadcast in everybody’s name',
    (channel) => aFrame(channel, 6, (encoder) => writeVarString(encoder, '{"kind":"threads"}')),
    4400,
  ],
])('%s ends that line with a reason, and disturbs no one else', async (_, frame, code) => {
  const { projectId } = await aProject({ blind: 'open' });
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  const { articleId } = await anArticle(projectId);
  const channel: LiveChannel = { kind: 'layers', articleId };
  const [bad, good] = [await live.lineOf(ada), await live.lineOf(ben)];
  expect([await bad.join(channel), await good.join(channel)]).toEqual([true, true]);
  bad.socket.send(frame(channel));
  const ended = await bad.ended;
  expect(ended.code).toBe(code);
  if (code !== 1009) expect(ended.reason).not.toBe('');
  const { id } = await anAnnotation(ada, articleId);
  expect(await good.next('changes')).toMatchObject({ put: [{ id }] });
  expect(good.received.map(({ message }) => message.kind)).toEqual(['people', 'layer', 'changes']);
});
