import { expect, test } from '@jest/globals';
import {
  defaultAdjudicationSettings,
  adjudicationSettings,
  adjudicationSettingsChange,
} from '@/lib/adjudication/adjudication-settings';

test('what every project begins with is itself a set of rules', () => {
  expect(adjudicationSettings.parse(defaultAdjudicationSettings)).toEqual(
    defaultAdjudicationSettings,
  );
});

test.each([
  [{ reasons: [{ key: 'Too wide', name: 'Too wide' }] }],
  [{ reasons: [{ key: 'wide', name: ' ' }] }],
  [
    {
      reasons: [
        { key: 'wide', name: 'One' },
        { key: 'wide', name: 'Two' },
      ],
    },
  ],
  [{ passMark: 80 }],
  [{ unsubmitted: 'guess' }],
  [{ reason: 'x' }],
])('refuses %j', (sent) => {
  expect(adjudicationSettingsChange.safeParse(sent).success).toBe(false);
});

test('a change names only what changes', () => {
  expect(adjudicationSettingsChange.parse({ passMark: null })).toEqual({ passMark: null });
});
