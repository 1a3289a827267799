import { describe, expect, test } from '@jest/globals';
import {
  movedTo,
  reasonKeyFor,
  settingsFormChange,
  settingsFormErrors,
  settingsFormValues,
} from '@/components/adjudication/settings-form-values';
import { defaultAdjudicationSettings } from '@/lib/adjudication/adjudication-settings';

test.each([
  ['Fits the definition', [], 'fits-the-definition'],
  ['Fits!', ['fits'], 'fits-2'],
  ['Fits', ['fits', 'fits-2'], 'fits-3'],
  ['Übertrieben', [], 'u-bertrieben'],
  ['引用', [], 'reason'],
  ['x'.repeat(100), [], 'x'.repeat(48)],
])('the key of “%s” beside %j is %s', (name, taken, key) => {
  expect(reasonKeyFor(name, taken)).toBe(key);
});

describe('the form of the adjudication settings', () => {
  test('what is not changed is sent as it was', () => {
    const { strategy: _, ...rules } = defaultAdjudicationSettings;
    expect(settingsFormChange(settingsFormValues(defaultAdjudicationSettings))).toEqual(rules);
    expect(settingsFormErrors(settingsFormValues(defaultAdjudicationSettings))).toEqual({});
  });

  test('new reasons get keys of their own, known ones keep theirs', () => {
    const values = settingsFormValues(defaultAdjudicationSettings);
    const { reasons } = settingsFormChange({
      ...values,
      reasons: [
        { key: '', name: 'Fits' },
        { key: 'fits', name: 'Called otherwise now' },
        { key: '', name: 'Fits' },
      ],
    });
    expect(reasons?.map(({ key }) => key)).toEqual(['fits-2', 'fits', 'fits-3']);
  });

  test('a pass mark is a number, or empty for none', () => {
    const values = settingsFormValues({ ...defaultAdjudicationSettings, passMark: 0.8 });
    expect(values.passMark).toBe(0.8);
    expect(settingsFormChange({ ...values, passMark: '' }).passMark).toBeNull();
    expect(settingsFormChange({ ...values, passMark: '0.75' }).passMark).toBe(0.75);
  });

  test('gives errors at their fields', () => {
    const values = settingsFormValues(defaultAdjudicationSettings);
    const [first, ...others] = values.reasons;
    const named = [{ key: first?.key ?? '', name: ' ' }, ...others];
    expect(Object.keys(settingsFormErrors({ ...values, reasons: named }))).toEqual([
      'reasons.0.name',
    ]);
    expect(Object.keys(settingsFormErrors({ ...values, passMark: 2 }))).toEqual(['passMark']);
  });
});

test.each([
  [0, 1, 'bac'],
  [2, 0, 'cab'],
  [0, -1, 'abc'],
  [2, 3, 'abc'],
])('moving from %i to %i makes %s', (from, to, expected) => {
  expect(movedTo(['a', 'b', 'c'], from, to).join('')).toBe(expected);
});
