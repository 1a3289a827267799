import type { Evidence, WrittenEvent } from '@/bench/drill/verdict';
import { expect, test } from '@jest/globals';
import type { Acknowledged } from '@/bench/drill/client-log';
import { isWell, verdict } from '@/bench/drill/verdict';

const values = { label: 'direct_quote', segments: [{ start: 0, end: 4 }], note: '' };

const event = (sequence: number, more: Partial<WrittenEvent> = {}): WrittenEvent => ({
  annotationId: 'one',
  layerId: 'layer',
  version: sequence,
  sequence,
  kind: 'put',
  idempotencyKey: `change ${sequence}`,
  ...values,
  note: `note ${sequence}`,
  ...more,
});

const acknowledgementOf = ({
  annotationId,
  idempotencyKey,
  kind,
  version,
  note,
}: WrittenEvent): Acknowledged => ({
  idempotencyKey: idempotencyKey ?? '',
  annotationId,
  layerId: 'layer',
  kind,
  annotation: kind === 'put' ? { ...values, version, note } : null,
  sentAt: 0,
  at: 1,
});

const events = [
  event(1),
  event(2),
  event(3, { kind: 'remove' }),
  event(4, { annotationId: 'two', version: 1 }),
];

/** What is left behind when all went well, or with something doctored. */
function left(doctored: Partial<Evidence> = {}): Evidence {
  const written = doctored.events ?? events;
  const seen = [{ ...values, id: 'two', version: 1, note: 'note 4' }];
  return {
    acknowledged: events.map(acknowledgementOf),
    vanished: [],
    waiting: [],
    refused: [],
    events: written,
    layers: [{ layerId: 'layer', eventCount: written.length }],
    histories: new Map(
      ['one', 'two'].map((id) => [id, written.filter((each) => each.annotationId === id)]),
    ),
    views: [{ whose: 'the page', seen, current: seen }],
    ...doctored,
  };
}

test('all is well where every acknowledged change is there once', () => {
  const judged = verdict(left());
  expect(judged).toEqual({
    lost: [],
    duplicated: [],
    gaps: [],
    refused: [],
    waiting: [],
    differing: [],
    changedNothing: 0,
  });
  expect(isWell(judged)).toBe(true);
});

test('a put that changed nothing is no loss if its content is there', () => {
  const again = { ...acknowledgementOf(event(4)), idempotencyKey: 'again', annotationId: 'two' };
  const says = (note: string): Acknowledged => ({
    ...again,
    annotation: { ...values, version: 1, note },
  });
  const judge = (more: Acknowledged) =>
    verdict(left({ acknowledged: [...events.map(acknowledgementOf), more] }));
  expect(judge(says('note 4'))).toMatchObject({ lost: [], changedNothing: 1 });
  expect(judge(says('another'))).toMatchObject({ lost: [expect.any(String)], changedNothing: 0 });
  const removal: Acknowledged = { ...again, kind: 'remove', annotation: null };
  expect(judge(removal)).toMatchObject({ lost: [expect.any(String)] });
});

const doctored: [string, Partial<Evidence>, string][] = [
  ['a lost last change', { events: events.slice(0, 3) }, 'lost'],
  ['a change that left a disk without an answer', { vanished: ['change 9'] }, 'lost'],
  [
    'a change that is in the history as another',
    { events: events.map((each) => (each.sequence === 3 ? { ...each, kind: 'put' } : each)) },
    'lost',
  ],
  [
    'a change done twice',
    {
      events: [
        ...events,
        event(5, { annotationId: 'two', version: 2, idempotencyKey: 'change 4' }),
      ],
    },
    'duplicated',
  ],
  [
    'a change done twice, once without its name',
    { events: [...events, event(5, { annotationId: 'two', version: 2, idempotencyKey: null })] },
    'duplicated',
  ],
  [
    'a change that nobody did',
    { acknowledged: events.slice(1).map(acknowledgementOf) },
    'duplicated',
  ],
  [
    'a missing version',
    { events: events.map((each) => (each.version === 2 ? { ...each, version: 4 } : each)) },
    'gaps',
  ],
  [
    'a version that is there twice',
    { events: events.map((each) => (each.version === 2 ? { ...each, version: 1 } : each)) },
    'gaps',
  ],
  [
    'a gap in the numbers of a layer',
    { events: events.map((each) => (each.sequence === 4 ? { ...each, sequence: 5 } : each)) },
    'gaps',
  ],
  ['a wrong count of a layer', { layers: [{ layerId: 'layer', eventCount: 5 }] }, 'gaps'],
  ['a history that the API does not tell', { histories: new Map() }, 'gaps'],
  ['a refused change', { refused: [{ idempotencyKey: 'change 1', why: 'No.' }] }, 'refused'],
  ['a change that still waits', { waiting: ['change 1'] }, 'waiting'],
  [
    'a page that does not show the current annotations',
    { views: [{ whose: 'the page', seen: [], current: [{ ...values, id: 'two', version: 1 }] }] },
    'differing',
  ],
  [
    'a page that shows what is gone',
    { views: [{ whose: 'the page', seen: [{ ...values, id: 'one', version: 2 }], current: [] }] },
    'differing',
  ],
];

test.each(doctored)('%s is found', (_, evidence, where) => {
  const judged = verdict(left(evidence));
  expect(judged).toMatchObject({ [where]: expect.arrayContaining([expect.any(String)]) });
  expect(isWell(judged)).toBe(false);
});
