import type { DeskDecision, DeskUnit, SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import { firstRules } from '@/lib/adjudication/settling-rules';

type Mark = DeskDecision['outcome'][number];

/** A mark written as `label start-end`, several segments joined by `+`; its id is what is written, after whose it is. */
export function aDeskMark(whose: string, written: string, said: Partial<Mark> = {}): Mark {
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
    ...said,
  };
}

/** A standing decision of a person’s that took what is written. */
export function aDeskDecision(
  id: string,
  outcome: readonly string[],
  chosen: Partial<DeskDecision> = {},
): DeskDecision {
  const marks = outcome.map((written) => aDeskMark(id, written));
  const segments = marks.flatMap((mark) => mark.segments);
  return {
    id,
    start: segments[0]?.start ?? 0,
    end: segments.at(-1)?.end ?? 0,
    deed: 'take',
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

/** A unit of versions, each written as whose it is (several joined by a comma) and the marks. */
export function aDeskUnit(
  versions: readonly (readonly [layers: string, ...marks: string[]])[],
  chosen: Partial<DeskUnit> = {},
): DeskUnit {
  const told = versions.map(([layers, ...marks]) => ({
    holders: layers.split(',').map((layerId) => ({
      layerId,
      marks: marks.map((written) => aDeskMark(layerId, written)),
    })),
  }));
  const segments = told.flatMap(({ holders }) =>
    holders.flatMap(({ marks }) => marks.flatMap((mark) => mark.segments)),
  );
  const start = Math.min(...segments.map((segment) => segment.start));
  return {
    id: `unit ${start}`,
    start,
    end: Math.max(...segments.map(({ end }) => end)),
    quote: 'words',
    kinds: versions.length > 1 ? ['boundary'] : [],
    state: 'open',
    versions: told,
    silent: 0,
    silentLayers: [],
    decisions: [],
    ...chosen,
  };
}

/** A desk over readings `a`, `b` and `c`. */
export function aSettlingDesk(
  units: readonly DeskUnit[],
  chosen: Partial<SettlingDesk> = {},
): SettlingDesk {
  return {
    articleId: 'article',
    projectId: 'project',
    revision: 1,
    revisionId: 'revision',
    offsetUnit: 'utf-16',
    consensus: null,
    readings: 3,
    layers: ['a', 'b', 'c'].map((layerId) => ({
      layerId,
      author: layerId.toUpperCase(),
      state: 'submitted',
      annotations: 1,
    })),
    reason: null,
    rules: firstRules,
    merge: null,
    counts: { units: units.length, open: 0, changed: 0, attributes: 0, rule: 0, person: 0 },
    units: [...units],
    elsewhere: [],
    relations: [],
    ...chosen,
  };
}
