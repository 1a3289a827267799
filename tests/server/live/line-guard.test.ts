import { describe, expect, test } from '@jest/globals';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Scope } from '@/lib/access/viewer';
import type { Visitor } from '@/lib/access/visitor';
import type { LiveChannel } from '@/lib/live/live-channel';
import { channelName } from '@/lib/live/live-channel';
import { lineFaults } from '@/server/live/line-door';
import { aFrame } from '@/tests/harness/live-line';
import { LineGuard } from '../../../server/live/line-guard';

const id = '01999999-0000-7000-8000-000000000001';
const own: LiveChannel = { kind: 'own', articleId: id, userId: id };
const layersChannel: LiveChannel = { kind: 'layers', articleId: id };
const draft: LiveChannel = { kind: 'draft', draftId: id };

const visitorWith = (scopes: readonly Scope[] = ['read', 'write']): Visitor => ({
  viewer: { userId: 'ada', name: 'Ada', email: 'ada@example.org', scopes, by: 'token' },
  credential: { by: 'token', userId: 'ada', hash: 'hash' },
});

function aGuard(channels: LiveChannel[] = [], scopes?: readonly Scope[]) {
  const guard = new LineGuard(0);
  for (const channel of channels) guard.enter(channelName(channel), channel, visitorWith(scopes));
  return guard;
}

function text(): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'words 😀');
  return Y.encodeStateAsUpdate(doc);
}

const sync = (channel: LiveChannel, step: number, bytes: Uint8Array) =>
  aFrame(channel, 0, (encoder) => {
    writeVarUint(encoder, step);
    writeVarUint8Array(encoder, bytes);
  });

const nothing = Y.encodeStateAsUpdate(new Y.Doc());
const question = Y.encodeStateVector(new Y.Doc());
const auth = (channel: LiveChannel) =>
  aFrame(channel, 2, (encoder) => (writeVarUint(encoder, 0), writeVarString(encoder, 'session')));
const words = (channel: LiveChannel, message: unknown) =>
  aFrame(channel, 5, (encoder) =>
    writeVarString(encoder, typeof message === 'string' ? message : JSON.stringify(message)),
  );
const here = { kind: 'here', revisionId: id, at: 3, selection: [] };

function awareness(userId: string, client = 7): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  const sent = new Awareness(doc);
  sent.setLocalState({ user: { userId, name: userId } });
  const update = encodeAwarenessUpdate(sent, [client]);
  sent.destroy();
  return update;
}

const aware = (channel: LiveChannel, update: Uint8Array) =>
  aFrame(channel, 1, (encoder) => writeVarUint8Array(encoder, update));

describe('before admission to a channel', () => {
  test.each<[string, Uint8Array, keyof typeof lineFaults]>([
    ['nothing at all', new Uint8Array(), 'garbage'],
    ['bytes that are no frame', new Uint8Array([255, 255, 255, 255, 255]), 'garbage'],
    ['a name that is no channel', aFrame('secrets', 2), 'noChannel'],
    ['JavaScript’s own names', aFrame('__proto__', 2), 'noChannel'],
    ['words before one has shown who one is', words(own, here), 'unknown'],
    ['a question before one has shown who one is', sync(draft, 0, question), 'unknown'],
    ['a large frame', sync(draft, 2, new Uint8Array(70_000)), 'tooLarge'],
  ])('ends the line at %s', (_, data, fault) => {
    expect(aGuard().judge(data, 0)).toEqual({ fault: lineFaults[fault] });
  });

  test('who one is goes on, once; then a question may wait, and nothing else', () => {
    const guard = aGuard();
    expect(guard.judge(auth(draft), 0)).toEqual({ pass: auth(draft) });
    expect(guard.judge(sync(draft, 0, question), 0)).toEqual({ pass: sync(draft, 0, question) });
    expect(guard.judge(words(draft, here), 0)).toEqual({ drop: true });
    expect(guard.judge(sync(draft, 2, text()), 0)).toEqual({ fault: lineFaults.unknown });
    expect(guard.judge(auth(draft), 0)).toEqual({ fault: lineFaults.again });
  });

  test('limits channels and frames', () => {
    const [channels, frames] = [aGuard(), aGuard()];
    const asked = Array.from({ length: 41 }, (_, at) =>
      channels.judge(auth({ kind: 'draft', draftId: id.replace(/.{2}$/, String(10 + at)) }), 0),
    );
    expect(asked.at(-1)).toEqual({ fault: lineFaults.tooMany });
    expect(asked.at(-2)).toHaveProperty('pass');
    frames.judge(auth(draft), 0);
    const waiting = Array.from({ length: 32 }, () => frames.judge(sync(draft, 0, question), 0));
    expect(waiting.at(-1)).toEqual({ fault: lineFaults.tooMany });
  });

  test('a flood ends the line; a steady stream does not', () => {
    const [flood, stream] = [aGuard([own]), aGuard([own])];
    const judged = Array.from({ length: 401 }, () => flood.judge(words(own, here), 0));
    expect(judged.at(-1)).toEqual({ fault: lineFaults.tooMany });
    for (let second = 0; second < 60; second++)
      for (let at = 0; at < 50; at++)
        expect(stream.judge(words(own, here), second * 1000)).toHaveProperty('message');
  });
});

describe('in a channel', () => {
  test.each<[string, LiveChannel, Uint8Array, keyof typeof lineFaults]>([
    ['a text where none can be written', layersChannel, sync(layersChannel, 2, text()), 'noText'],
    ['a text in one’s own channel', own, sync(own, 1, text()), 'noText'],
    ['an update that cannot be read', draft, sync(draft, 2, new Uint8Array([9, 9, 9])), 'garbage'],
    ['a step that is none', draft, sync(draft, 5, text()), 'garbage'],
    [
      'words in a channel where nobody speaks',
      layersChannel,
      words(layersChannel, here),
      'notAccepted',
    ],
    ['words that mean nothing', own, words(own, { kind: 'there' }), 'notAccepted'],
    ['words that are no JSON', own, words(own, '{'), 'notAccepted'],
    [
      'a broadcast',
      layersChannel,
      aFrame(layersChannel, 6, (to) => writeVarString(to, '{}')),
      'garbage',
    ],
    ['a kind that is none', draft, aFrame(draft, 99), 'garbage'],
    ['an awareness that cannot be read', draft, aware(draft, new Uint8Array([1, 2])), 'garbage'],
    ['a large frame where no text is', own, words(own, 'x'.repeat(70_000)), 'tooLarge'],
  ])('ends the line at %s', (_, channel, data, fault) => {
    expect(aGuard([channel]).judge(data, 0)).toEqual({ fault: lineFaults[fault] });
  });

  test('who may only read writes nothing', () => {
    const guard = aGuard([draft], ['read']);
    expect(guard.judge(sync(draft, 0, question), 0)).toHaveProperty('pass');
    expect(guard.judge(sync(draft, 1, nothing), 0)).toHaveProperty('pass');
    expect(guard.judge(sync(draft, 2, text()), 0)).toEqual({ fault: lineFaults.readsOnly });
  });

  test('a text goes on where one may write it, a large one too', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'x'.repeat(500_000));
    const large = sync(draft, 1, Y.encodeStateAsUpdate(doc));
    expect(aGuard([draft]).judge(large, 0)).toEqual({ pass: large });
  });

  test('where one is, is taken down and goes no further', () => {
    expect(aGuard([own]).judge(words(own, here), 0)).toMatchObject({ message: here, channel: own });
  });

  test('awareness is dropped in channels without a text', () => {
    expect(aGuard([layersChannel]).judge(aware(layersChannel, awareness('ada')), 0)).toEqual({
      drop: true,
    });
    expect(aGuard([layersChannel]).judge(aFrame(layersChannel, 3), 0)).toEqual({ drop: true });
  });

  test('one speaks for oneself alone', () => {
    const guard = aGuard([draft]);
    expect(guard.judge(aware(draft, awareness('ben')), 0)).toEqual({ drop: true });
    const gone = new Awareness(new Y.Doc());
    applyAwarenessUpdate(gone, awareness('ben', 9), 'test');
    gone.states.delete(9);
    const away = aware(draft, encodeAwarenessUpdate(gone, [9]));
    expect(guard.judge(away, 0)).toEqual({ drop: true });
    gone.destroy();
    expect(guard.judge(aware(draft, awareness('ada')), 0)).toEqual({
      pass: aware(draft, awareness('ada')),
    });
  });

  test('of what a browser sends back of others only its own goes on', () => {
    const both = new Awareness(new Y.Doc());
    applyAwarenessUpdate(both, awareness('ben', 9), 'test');
    applyAwarenessUpdate(both, awareness('ada', 7), 'test');
    const verdict = aGuard([draft]).judge(aware(draft, encodeAwarenessUpdate(both, [9, 7])), 0);
    both.destroy();
    if (!('pass' in verdict)) throw new Error('It did not go on.');
    const frame = createDecoder(verdict.pass);
    expect([readVarString(frame), readVarUint(frame)]).toEqual([channelName(draft), 1]);
    const received = new Awareness(new Y.Doc());
    applyAwarenessUpdate(received, readVarUint8Array(frame), 'test');
    expect([...received.getStates().keys()].filter((client) => [7, 9].includes(client))).toEqual([
      7,
    ]);
    received.destroy();
  });

  test('a channel that was left can be subscribed to again', () => {
    const guard = aGuard([layersChannel]);
    guard.leave(channelName(layersChannel));
    expect(guard.judge(auth(layersChannel), 0)).toHaveProperty('pass');
  });
});
