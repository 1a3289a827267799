import type {
  WorkspaceDecision,
  WorkspaceUnit,
  AdjudicationWorkspace,
} from '@/lib/adjudication/workspace/adjudication-workspace';
import { defaultAdjudicationSettings } from '@/lib/adjudication/adjudication-settings';

type Mark = WorkspaceDecision['outcome'][number];

/**
 * An annotation written as `label start-end`, several segments joined by `+`; its id is the owner
 * and the text of it.
 */
function aDeskMark(whose: string, written: string, chosen: Partial<Mark> = {}): Mark {
  const [label = '', places = ''] = written.split(' ');
  return {
    annotationId: `${whose} ${written}`,
    version: 1,
    label,
    segments: places.split('+').map((place) => {
      const [start = 0, end = 0] = place.split('-').map(Number);
      return { start, end };
    }),
    attributes: {},
    note: '',
    confidence: null,
    ...chosen,
  };
}

/** A current decision by a person that took what is written. */
export function aWorkspaceDecision(
  id: string,
  outcome: readonly string[],
  chosen: Partial<WorkspaceDecision> = {},
): WorkspaceDecision {
  const marks = outcome.map((written) => aDeskMark(id, written));
  const segments = marks.flatMap((annotation) => annotation.segments);
  return {
    id,
    start: segments[0]?.start ?? 0,
    end: segments.at(-1)?.end ?? 0,
    kind: 'take',
    rule: null,
    outcome: marks,
    openAttributes: [],
    reasonKey: 'fits',
    reason: 'Fits the definition',
    by: { id: 'mia', name: 'Mia' },
    at: '2026-01-01T00:00:00.000Z',
    ...chosen,
  };
}

/** A unit of versions, each written as its owner (several joined by a comma) and the annotations. */
export function aWorkspaceUnit(
  versions: readonly (readonly [layers: string, ...marks: string[]])[],
  chosen: Partial<WorkspaceUnit> = {},
): WorkspaceUnit {
  const views = versions.map(([layers, ...annotations]) => ({
    holders: layers.split(',').map((layerId) => ({
      layerId,
      annotations: annotations.map((written) => aDeskMark(layerId, written)),
    })),
  }));
  const segments = views.flatMap(({ holders }) =>
    holders.flatMap(({ annotations: marks }) => marks.flatMap((annotation) => annotation.segments)),
  );
  const start = Math.min(...segments.map((segment) => segment.start));
  return {
    id: `unit ${start}`,
    start,
    end: Math.max(...segments.map(({ end }) => end)),
    quote: 'words',
    kinds: versions.length > 1 ? ['boundary'] : [],
    state: 'open',
    versions: views,
    silent: 0,
    silentLayers: [],
    decisions: [],
    ...chosen,
  };
}

/** A workspace over the layers `a`, `b` and `c`. */
export function anAdjudicationWorkspace(
  units: readonly WorkspaceUnit[],
  chosen: Partial<AdjudicationWorkspace> = {},
): AdjudicationWorkspace {
  return {
    articleId: 'article',
    projectId: 'project',
    revision: 1,
    revisionId: 'revision',
    offsetUnit: 'utf-16',
    consensus: null,
    layerCount: 3,
    layers: ['a', 'b', 'c'].map((layerId) => ({
      layerId,
      author: layerId.toUpperCase(),
      state: 'submitted',
      annotations: 1,
    })),
    reason: null,
    settings: defaultAdjudicationSettings,
    merge: null,
    counts: { units: units.length, open: 0, changed: 0, attributes: 0, rule: 0, person: 0 },
    units: [...units],
    elsewhere: [],
    relations: [],
    ...chosen,
  };
}
