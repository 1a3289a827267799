import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import type { EventLog, LoggedEvent } from '@/lib/annotation/event-log';
import {
  aspectOf,
  eventMessage,
  emptyLog,
  continues,
  maxLogLength,
  appendEvent,
  redoable,
  matchesCurrent,
  stepped,
  typingPause,
  undoable,
  without,
} from '@/lib/annotation/event-log';

const content = (chosen: Partial<AnnotationContent> = {}): AnnotationContent => ({
  label: 'loaded_framing',
  segments: [{ start: 4, end: 10 }],
  attributes: {},
  note: '',
  confidence: null,
  ...chosen,
});

let count = 0;
const anEvent = (chosen: Partial<LoggedEvent> = {}): Omit<LoggedEvent, 'sequence'> => ({
  idempotencyKey: `change ${++count}`,
  annotationId: 'one',
  before: null,
  after: content(),
  quote: 'regime',
  at: 0,
  ...chosen,
});
const logOf = (...events: Omit<LoggedEvent, 'sequence'>[]): EventLog =>
  events.reduce(appendEvent, emptyLog);
const note = (before: string, after: string, at: number) =>
  anEvent({ before: content({ note: before }), after: content({ note: after }), at });

describe('aspectOf', () => {
  test.each<[Partial<AnnotationContent> | null, Partial<AnnotationContent> | null, string | null]>([
    [null, {}, 'existence'],
    [{}, null, 'existence'],
    [null, null, null],
    [{}, {}, null],
    [{}, { label: 'direct_quote', note: 'too' }, 'label'],
    [{}, { segments: [{ start: 4, end: 11 }] }, 'segments'],
    [{}, { note: 'why' }, 'note'],
    [{}, { confidence: 0 }, 'confidence'],
    [{ attributes: { tone: 'a' } }, { attributes: { tone: 'b' } }, 'attributes'],
  ])('from %j to %j: %s', (before, after, aspect) => {
    const side = (chosen: Partial<AnnotationContent> | null) => chosen && content(chosen);
    expect(aspectOf({ before: side(before), after: side(after) })).toBe(aspect);
  });
});

describe('appendEvent', () => {
  test('appends a change with the next sequence number', () => {
    const log = logOf(anEvent({ idempotencyKey: 'a' }), anEvent({ idempotencyKey: 'b' }));
    expect(
      log.changes.map(({ idempotencyKey, sequence: place }) => [idempotencyKey, place]),
    ).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(log.done).toBe(2);
  });

  test('takes away what was undone, and gives its number again', () => {
    const log = appendEvent(
      stepped(logOf(anEvent({ idempotencyKey: 'a' }), anEvent({ idempotencyKey: 'b' })), -1),
      anEvent({ idempotencyKey: 'c', annotationId: 'two' }),
    );
    expect(
      log.changes.map(({ idempotencyKey, sequence: place }) => [idempotencyKey, place]),
    ).toEqual([
      ['a', 1],
      ['c', 2],
    ]);
    expect(redoable(log)).toBeNull();
  });

  test('typing in one field is one change until a pause', () => {
    const log = logOf(
      note('', 'w', 0),
      note('w', 'wh', typingPause - 1),
      note('wh', 'why', 2 * typingPause - 2),
      note('why', 'why not', 3 * typingPause - 2),
    );
    expect(log.changes.map(({ before, after }) => [before?.note, after?.note])).toEqual([
      ['', 'why'],
      ['why', 'why not'],
    ]);
  });

  test('typing after an undo is a change of its own', () => {
    const log = appendEvent(
      stepped(logOf(note('', 'a', 0), note('a', 'b', 9e9)), -1),
      note('a', 'c', 1),
    );
    expect(log.changes).toHaveLength(2);
    expect(undoable(log)?.before?.note).toBe('a');
  });

  test('keeps the last thousand', () => {
    const log = logOf(...Array.from({ length: maxLogLength + 5 }, () => anEvent()));
    expect(log.changes).toHaveLength(maxLogLength);
    expect(log.done).toBe(maxLogLength);
    expect(log.changes[0]?.sequence).toBe(6);
  });
});

describe('continues', () => {
  const first = { ...note('', 'a', 0), sequence: 1 };
  const confidence = anEvent({ before: content(), after: content({ confidence: 1 }) });
  const resize = () => anEvent({ before: content(), after: content({ segments: [] }) });
  test.each([
    ['the same field', note('a', 'b', 10), true],
    ['another annotation', { ...note('a', 'b', 10), annotationId: 'two' }, false],
    ['another field', confidence, false],
    ['after a pause', note('a', 'b', typingPause), false],
    ['by a clock set back a little', note('a', 'b', -10), true],
    ['by a clock set back since', note('a', 'b', -typingPause), false],
  ])('%s: %#', (_, next, expected) => expect(continues(first, next)).toBe(expected));

  test('moving an end by two keys is two changes', () =>
    expect(continues({ ...resize(), sequence: 1 }, resize())).toBe(false));
  test('nothing goes on with nothing', () => expect(continues(undefined, first)).toBe(false));
});

describe('undo and redo', () => {
  test('nothing to undo, nothing to redo', () => {
    expect([undoable(emptyLog), redoable(emptyLog)]).toEqual([null, null]);
    expect([stepped(emptyLog, -1), stepped(emptyLog, 1)]).toEqual([emptyLog, emptyLog]);
  });

  test('walk back and forth, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('change', 'undo', 'redo')), (keys) => {
        let log = emptyLog;
        const done: string[] = [];
        let undone: string[] = [];
        for (const key of keys) {
          if (key === 'change') {
            const event = anEvent();
            log = appendEvent(log, event);
            done.push(event.idempotencyKey);
            undone = [];
          } else if (key === 'undo') {
            expect(undoable(log)?.idempotencyKey).toBe(done.at(-1));
            const idempotencyKey = done.pop();
            if (idempotencyKey !== undefined) undone.push(idempotencyKey);
            log = stepped(log, -1);
          } else {
            expect(redoable(log)?.idempotencyKey).toBe(undone.at(-1));
            const idempotencyKey = undone.pop();
            if (idempotencyKey !== undefined) done.push(idempotencyKey);
            log = stepped(log, 1);
          }
          const places = log.changes.map(({ sequence: place }) => place);
          expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
        }
      }),
    );
  });

  test('a refused change leaves the others in place', () => {
    const log = stepped(
      logOf(...['a', 'b', 'c'].map((idempotencyKey) => anEvent({ idempotencyKey }))),
      -1,
    );
    expect(undoable(without(log, 'a'))?.idempotencyKey).toBe('b');
    expect(undoable(without(log, 'b'))?.idempotencyKey).toBe('a');
    expect(redoable(without(log, 'b'))?.idempotencyKey).toBe('c');
    expect(redoable(without(log, 'c'))).toBeNull();
    expect(without(log, 'd')).toBe(log);
  });
});

describe('matchesCurrent', () => {
  const made = { before: null, after: content() };
  test.each([
    ['as the change left it', 'after', content(), true],
    ['changed since', 'after', content({ note: 'elsewhere' }), false],
    ['removed since', 'after', null, false],
    ['as the change found it', 'before', null, true],
    ['made again since', 'before', content(), false],
  ] as const)('%s', (_, side, now, expected) =>
    expect(matchesCurrent(made, side, now)).toBe(expected),
  );
});

describe('eventMessage', () => {
  const nameOf = (label: string) => (label === 'direct_quote' ? 'Direct quote' : 'Loaded framing');
  test.each<[Partial<LoggedEvent>, string]>([
    [{}, 'Loaded framing on “regime”'],
    [{ before: content(), after: null }, 'removal of Loaded framing on “regime”'],
    [
      { before: content(), after: content({ label: 'direct_quote' }) },
      'Loaded framing to Direct quote on “regime”',
    ],
    [
      { before: content(), after: content({ segments: [{ start: 4, end: 12 }] }) },
      'new ends of Loaded framing on “regime”',
    ],
    [note('', 'a', 0), 'note of Loaded framing on “regime”'],
    [
      { before: content(), after: content({ attributes: { a: 1 } }) },
      'attributes of Loaded framing on “regime”',
    ],
    [{ quote: '😀'.repeat(61) }, `Loaded framing on “${'😀'.repeat(60)}…”`],
  ])('%#', (chosen, words) =>
    expect(eventMessage({ ...anEvent(), sequence: 1, ...chosen }, nameOf)).toBe(words),
  );
});
