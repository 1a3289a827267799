import { describe, expect, test } from '@jest/globals';
import {
  countStates,
  isLeft,
  annotationsAt,
  outcomeAt,
  passagesOf,
} from '@/components/adjudication/workspace/passage';
import {
  aWorkspaceDecision,
  aWorkspaceUnit,
  anAdjudicationWorkspace,
} from '@/tests/builders/an-adjudication-workspace';

const text = 'The regime’s failed gamble cost thousands of jobs.';
const resolved = aWorkspaceUnit(
  [
    ['a,b', 'x 4-10'],
    ['c', 'x 4-12'],
  ],
  {
    state: 'person',
    decisions: [aWorkspaceDecision('d', ['y 4-10'])],
  },
);
const own = aWorkspaceDecision('own', ['z 0-3']);
const workspace = anAdjudicationWorkspace([resolved, aWorkspaceUnit([['a', 'x 20-26']])], {
  elsewhere: [own],
});

describe('passages', () => {
  test('are units and decisions without layers, in text order', () => {
    const passages = passagesOf(workspace, text);
    expect(passages.map(({ id, state }) => [id, state])).toEqual([
      ['own', 'elsewhere'],
      ['unit 4', 'person'],
      ['unit 20', 'open'],
    ]);
    expect(passages[0]).toMatchObject({ quote: 'The', start: 0, end: 3, versions: [] });
    expect([...(passages[1]?.labels ?? [])]).toEqual(['x', 'y']);
    expect(countStates(passages)).toEqual({
      open: 1,
      changed: 0,
      attributes: 0,
      rule: 0,
      person: 1,
      elsewhere: 1,
    });
  });

  test('stay the same as long as what they are of does', () => {
    const again = passagesOf({ ...workspace, units: [...workspace.units] }, text);
    passagesOf(workspace, text).forEach((passage, at) => expect(again[at]).toBe(passage));
  });

  test('have their annotations and those of the consensus', () => {
    expect(annotationsAt(resolved)).toHaveLength(3);
    expect(outcomeAt(resolved).map(({ label }) => label)).toEqual(['y']);
  });

  test.each([
    ['open', true],
    ['changed', true],
    ['attributes', true],
    ['rule', false],
    ['person', false],
    ['elsewhere', false],
  ] as const)('%s: left to people: %s', (state, expected) => {
    expect(isLeft({ state })).toBe(expected);
  });
});
