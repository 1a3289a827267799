import { expect, test } from '@jest/globals';
import { LaneIndex } from '@/components/adjudication/workspace/lane-index';
import {
  aWorkspaceDecision,
  aWorkspaceUnit,
  anAdjudicationWorkspace,
} from '@/tests/builders/an-adjudication-workspace';

const workspace = anAdjudicationWorkspace([
  aWorkspaceUnit([['a,b', 'x 0-10']]),
  aWorkspaceUnit([['c', 'y 20-30']]),
]);
const [first, second] = workspace.units;
const decided = {
  ...workspace,
  units: workspace.units.map((unit) => ({
    ...unit,
    decisions: [aWorkspaceDecision('D', ['x 0-10'])],
  })),
};

test('what is decided lays nothing anew', () => {
  const laneIndex = new LaneIndex();
  const laid = laneIndex.layoutOf(workspace);
  expect(laid.layers.map(({ annotations }) => annotations.length)).toEqual([1, 1, 1]);
  expect(laid.heat).toHaveLength(2);
  expect(laneIndex.layoutOf(decided)).toBe(laid);
  expect(laneIndex.layoutOf(workspace)).toBe(laid);
});

test.each([
  ['a version more', { units: [first, second, aWorkspaceUnit([['c', 'z 40-50']])] }],
  ['another version', { units: [first, aWorkspaceUnit([['c', 'z 40-50']])] }],
  ['a reading more', { layerCount: workspace.layerCount + 1 }],
  ['a layer less', { layers: [] }],
])('%s does', (_, other) => {
  const laneIndex = new LaneIndex();
  const laid = laneIndex.layoutOf(workspace);
  expect(laneIndex.layoutOf({ ...workspace, ...other } as typeof workspace)).not.toBe(laid);
});
