import type {
  WorkspaceDecision,
  WorkspaceUnit,
  AdjudicationWorkspace,
} from '@/lib/adjudication/workspace/adjudication-workspace';
import type { Segment } from '@/lib/article/segment';

/**
 * The state of a passage; `elsewhere` is a decision on a passage where no layer has anything (any
 * more).
 */
export type PassageState = WorkspaceUnit['state'] | 'elsewhere';

/** One row of the list: a unit of the layers, or a decision without a unit, with its labels. */
export type Passage = Omit<WorkspaceUnit, 'state'> & {
  state: PassageState;
  labels: ReadonlySet<string>;
};

/** An annotation in the workspace. */
export type WorkspaceAnnotation = WorkspaceDecision['outcome'][number];

const leftStates: ReadonlySet<PassageState> = new Set(['open', 'changed', 'attributes']);

/** Whether a passage is still to be resolved by a person. */
export const isLeft = ({ state }: Pick<Passage, 'state'>): boolean => leftStates.has(state);

/** Every annotation at a passage, version by version. */
export const annotationsAt = ({ versions }: Pick<Passage, 'versions'>): WorkspaceAnnotation[] =>
  versions.flatMap(({ holders }) => holders.flatMap(({ annotations }) => annotations));

/** The consensus's annotations at a passage. */
export const outcomeAt = ({ decisions }: Pick<Passage, 'decisions'>): WorkspaceAnnotation[] =>
  decisions.flatMap(({ outcome }) => outcome);

const passageCache = new WeakMap<WorkspaceUnit | WorkspaceDecision, Passage>();

function passageOfUnit(unit: WorkspaceUnit): Passage {
  const annotations = [...annotationsAt(unit), ...outcomeAt(unit)];
  return { ...unit, labels: new Set(annotations.map(({ label }) => label)) };
}

/** The fields of a passage where no layer has anything. */
const bare = {
  kinds: [],
  state: 'elsewhere',
  versions: [],
  silent: 0,
  silentLayers: [],
} satisfies Partial<Passage>;

function passageOfDecision(decision: WorkspaceDecision, text: string): Passage {
  const { id, start, end, outcome } = decision;
  const labels = new Set(outcome.map(({ label }) => label));
  return { ...bare, id, start, end, quote: text.slice(start, end), decisions: [decision], labels };
}

/**
 * The passages of a workspace, in text order. An unchanged unit or decision gives the same passage
 * object.
 */
export function passagesOf({ units, elsewhere }: AdjudicationWorkspace, text: string): Passage[] {
  const cached = <One extends WorkspaceUnit | WorkspaceDecision>(
    one: One,
    make: (one: One) => Passage,
  ) => {
    const known = passageCache.get(one) ?? make(one);
    passageCache.set(one, known);
    return known;
  };
  return [
    ...units.map((unit) => cached(unit, passageOfUnit)),
    ...elsewhere.map((decision) => cached(decision, (one) => passageOfDecision(one, text))),
  ].sort((one, other) => one.start - other.start || one.end - other.end);
}

/** How many passages are in each state. */
export function countStates(
  passages: readonly Pick<Passage, 'state'>[],
): Record<PassageState, number> {
  const counts = { open: 0, changed: 0, attributes: 0, rule: 0, person: 0, elsewhere: 0 };
  for (const { state } of passages) counts[state]++;
  return counts;
}

/** A passage where there are no annotations, for a new one. */
export function ownPassage(segments: readonly Segment[], text: string): Passage {
  const [start, end] = [segments[0]?.start ?? 0, segments.at(-1)?.end ?? 0];
  const quote = text.slice(start, end);
  return { ...bare, id: 'own', start, end, quote, decisions: [], labels: new Set() };
}
