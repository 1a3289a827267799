import type {
  WorkspaceDecision,
  WorkspaceUnit,
  AdjudicationWorkspace,
} from '@/lib/adjudication/workspace/adjudication-workspace';
import type { Segment } from '@/lib/article/segment';

/** How far a place is; `elsewhere` is a decision on what nobody says (any more). */
export type PassageState = WorkspaceUnit['state'] | 'elsewhere';

/** One line of the desk: a unit of the readings, or a decision without readings, with its labels. */
export type Passage = Omit<WorkspaceUnit, 'state'> & {
  state: PassageState;
  labels: ReadonlySet<string>;
};

/** A mark as the desk tells it. */
export type WorkspaceAnnotation = WorkspaceDecision['outcome'][number];

const leftStates: ReadonlySet<PassageState> = new Set(['open', 'changed', 'attributes']);

/** Whether a person has yet to look at a place. */
export const isLeft = ({ state }: Pick<Passage, 'state'>): boolean => leftStates.has(state);

/** Every mark at a place, with whose it is. */
export const annotationsAt = ({ versions }: Pick<Passage, 'versions'>): WorkspaceAnnotation[] =>
  versions.flatMap(({ holders }) => holders.flatMap(({ annotations }) => annotations));

/** What the consensus has at a place. */
export const outcomeAt = ({ decisions }: Pick<Passage, 'decisions'>): WorkspaceAnnotation[] =>
  decisions.flatMap(({ outcome }) => outcome);

const passageCache = new WeakMap<WorkspaceUnit | WorkspaceDecision, Passage>();

function passageOfUnit(unit: WorkspaceUnit): Passage {
  const annotations = [...annotationsAt(unit), ...outcomeAt(unit)];
  return { ...unit, labels: new Set(annotations.map(({ label }) => label)) };
}

/** A place at which no reading says anything. */
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

/** The places of a desk, in text order. A unit or decision that stays the same stays the same place. */
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

/** How many places are how far. */
export function countStates(
  passages: readonly Pick<Passage, 'state'>[],
): Record<PassageState, number> {
  const counts = { open: 0, changed: 0, attributes: 0, rule: 0, person: 0, elsewhere: 0 };
  for (const { state } of passages) counts[state]++;
  return counts;
}

/** A place where nobody has marked anything, for something of one's own. */
export function ownPassage(segments: readonly Segment[], text: string): Passage {
  const [start, end] = [segments[0]?.start ?? 0, segments.at(-1)?.end ?? 0];
  const quote = text.slice(start, end);
  return { ...bare, id: 'own', start, end, quote, decisions: [], labels: new Set() };
}
