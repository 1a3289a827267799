import { describe, expect, test } from '@jest/globals';
import {
  consensusOf,
  paintedLayersOf,
  versionsOf,
  LaneIndex,
} from '@/components/adjudication/workspace/painted-layers';
import { passagesOf } from '@/components/adjudication/workspace/passage';
import { heatOf } from '@/lib/comparison/heat';
import {
  aWorkspaceDecision,
  aWorkspaceUnit,
  anAdjudicationWorkspace,
} from '@/tests/builders/an-adjudication-workspace';

describe('painted layers', () => {
  const workspace = anAdjudicationWorkspace(
    [
      aWorkspaceUnit(
        [
          ['a,b', 'x 0-10'],
          ['c', 'x 0-12'],
        ],
        { decisions: [aWorkspaceDecision('D', ['x 0-10'])] },
      ),
      aWorkspaceUnit([['c', 'y 20-30']]),
    ],
    { elsewhere: [aWorkspaceDecision('E', ['z 40-50'])] },
  );
  const anonymous = anAdjudicationWorkspace(
    workspace.units.map((unit) => ({
      ...unit,
      versions: unit.versions.map(({ holders }) => ({
        holders: holders.map(({ annotations }) => ({ layerId: null, annotations })),
      })),
    })),
    { layers: [] },
  );

  const painted = (layers: ReturnType<typeof paintedLayersOf>) =>
    layers.map(({ layerId, annotations }) => [layerId, annotations.map(({ id }) => id)]);

  describe('layers', () => {
    test('have each layer’s own annotations', () => {
      expect(painted(paintedLayersOf(workspace))).toEqual([
        ['a', ['a x 0-10']],
        ['b', ['b x 0-10']],
        ['c', ['c x 0-12', 'c y 20-30']],
      ]);
    });

    test('that are anonymous give the same heat', () => {
      expect(heatOf(paintedLayersOf(anonymous))).toEqual(heatOf(paintedLayersOf(workspace)));
    });

    test('the consensus has what was decided, also without layers', () => {
      expect(consensusOf(passagesOf(workspace, '')).annotations.map(({ id }) => id)).toEqual([
        'D x 0-10',
        'E z 40-50',
      ]);
    });

    test('the versions of a passage have the same number of rows everywhere', () => {
      const [first = null] = passagesOf(anonymous, '');
      expect(painted(versionsOf(first, 3)).map(([, ids]) => ids)).toEqual([
        ['a x 0-10'],
        ['c x 0-12'],
        [],
      ]);
      expect(versionsOf(null, 3)).toHaveLength(3);
    });
  });
});

describe('lane index', () => {
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

  test('decisions compute nothing anew', () => {
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
});
