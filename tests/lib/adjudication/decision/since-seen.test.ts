import { expect, test } from '@jest/globals';
import type { Now } from '@/lib/adjudication/decision/since-seen';
import { changesSince } from '@/lib/adjudication/decision/since-seen';
import { placeDecisions } from '@/lib/adjudication/unit/placed-decisions';
import { adjudicationUnits } from '@/lib/adjudication/unit/adjudication-unit';
import { aStoredDecision } from '@/tests/builders/a-stored-decision';
import { aSource } from '@/tests/builders/sources';

const text = 'The failed gamble';
const layers = [aSource('ada', ['l 4-10'], { version: 2 }), aSource('ben', ['m 4-17'])];
const decision = aStoredDecision({ id: 'd1', by: { id: 'u', name: 'Mia' }, at: 'noon' });

const now: Now = {
  units: placeDecisions(adjudicationUnits(layers), []).placed,
  decisions: [],
  layers,
  text,
  anonymous: false,
};
const [ada, ben] = [
  { annotationId: 'ada1', version: 2 },
  { annotationId: 'ben1', version: 1 },
];
const seen = {
  sources: [ada, ben],
  currentDecisions: [],
  layerCount: 2,
};
const messages = (other: Partial<typeof seen>, then: Partial<Now> = {}) =>
  changesSince({ ...seen, ...other }, { ...now, ...then }).map(({ message }) => message);

test('nothing, where all is as it was', () => {
  expect(messages({})).toEqual([]);
  expect(messages({ layerCount: undefined })).toEqual([]);
});

test.each([
  [
    'a version is another',
    { sources: [{ annotationId: 'ada1', version: 1 }, ben] },
    {},
    ['It was changed, and is “l” on “failed” now.'],
  ],
  [
    'a version is gone',
    { sources: [...seen.sources, { annotationId: 'cleo1', version: 1 }] },
    {},
    ['This version was deleted, or its layer is not adjudicated now.'],
  ],
  ['a version is new', { sources: [ada] }, {}, ['BEN has “m” on “failed gamble” there now.']],
  [
    'a version is new, where names are kept back',
    { sources: [ada] },
    { anonymous: true },
    ['Somebody has “m” on “failed gamble” there now.'],
  ],
  ['a reading is new', { layerCount: 1 }, {}, ['There are 2 submissions now; there were 1.']],
  [
    'somebody has decided',
    {},
    { decisions: [decision] },
    ['Mia has decided on this passage, at noon.'],
  ],
  [
    'a merge has',
    {},
    { decisions: [{ ...decision, kind: 'rule' as const }] },
    ['A merge by Mia has decided on this passage, at noon.'],
  ],
  ['a decision was taken back', { currentDecisions: ['d1'] }, {}, ['The decision d1 was revoked.']],
] as const)('says where %s', (_, other, then, expected) => {
  expect(messages(other as Partial<typeof seen>, then)).toEqual(expected);
});
