import { expect, test } from '@jest/globals';
import type { Outcome } from '@/lib/adjudication/decision/outcome';
import { planOutcomes } from '@/lib/adjudication/decision/outcome-plan';
import { aStoredDecision } from '@/tests/builders/a-stored-decision';

const outcome = (label: string, end = 5): Outcome => ({
  label,
  segments: [{ start: 0, end }],
  attributes: {},
  note: '',
  confidence: null,
  codebookVersion: 1,
  from: [],
});
const one = { ...outcome('l'), id: 'one', version: 1 };
const two = { ...outcome('m'), id: 'two', version: 4 };
const consensusAnnotations = new Map([one, two].map((annotation) => [annotation.id, annotation]));
const replaced = [
  aStoredDecision({
    outcome: [one, two].map(({ id, version, label }) => ({
      annotationId: id,
      version,
      label,
      from: [],
    })),
  }),
];

test.each([
  ['what stands so already stays', [outcome('l')], [['one', true]], ['two']],
  ['one with the same label changes', [outcome('m', 9)], [['two', false]], ['one']],
  ['else any changes', [outcome('n')], [['one', false]], ['two']],
  [
    'what is the same comes before what has the same label',
    [outcome('m', 9), outcome('m')],
    [
      ['one', false],
      ['two', true],
    ],
    [],
  ],
  [
    'more than there were are new',
    [outcome('l'), outcome('m'), outcome('n')],
    [
      ['one', true],
      ['two', true],
      [undefined, false],
    ],
    [],
  ],
  ['nothing lets all go', [], [], ['one', 'two']],
])('%s', (_, outcomes, onto, removed) => {
  const plan = planOutcomes(outcomes, replaced, consensusAnnotations);
  expect(plan.outcomes.map((planned) => [planned.onto?.id, planned.same])).toEqual(onto);
  expect(plan.removed.map(({ id }) => id)).toEqual(removed);
});

test('an annotation that no longer exists is not reused', () => {
  const plan = planOutcomes([outcome('l')], replaced, new Map());
  expect(plan).toMatchObject({ outcomes: [{ onto: null, same: false }], removed: [] });
});
