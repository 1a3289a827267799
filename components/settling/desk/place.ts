import type { DeskDecision, DeskUnit, SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import type { Segment } from '@/lib/article/segment';

/** How far a place is; `elsewhere` is a decision on what nobody says (any more). */
export type PlaceState = DeskUnit['state'] | 'elsewhere';

/** One line of the desk: a unit of the readings, or a decision without readings, with its labels. */
export type Place = Omit<DeskUnit, 'state'> & { state: PlaceState; labels: ReadonlySet<string> };

/** A mark as the desk tells it. */
export type DeskMark = DeskDecision['outcome'][number];

const leftStates: ReadonlySet<PlaceState> = new Set(['open', 'changed', 'attributes']);

/** Whether a person has yet to look at a place. */
export const isLeft = ({ state }: Pick<Place, 'state'>): boolean => leftStates.has(state);

/** Every mark at a place, with whose it is. */
export const marksAt = ({ versions }: Pick<Place, 'versions'>): DeskMark[] =>
  versions.flatMap(({ holders }) => holders.flatMap(({ marks }) => marks));

/** What the consensus has at a place. */
export const outcomeAt = ({ decisions }: Pick<Place, 'decisions'>): DeskMark[] =>
  decisions.flatMap(({ outcome }) => outcome);

const madeOf = new WeakMap<DeskUnit | DeskDecision, Place>();

function placeOfUnit(unit: DeskUnit): Place {
  const marks = [...marksAt(unit), ...outcomeAt(unit)];
  return { ...unit, labels: new Set(marks.map(({ label }) => label)) };
}

/** A place at which no reading says anything. */
const bare = {
  kinds: [],
  state: 'elsewhere',
  versions: [],
  silent: 0,
  silentLayers: [],
} satisfies Partial<Place>;

function placeOfDecision(decision: DeskDecision, text: string): Place {
  const { id, start, end, outcome } = decision;
  const labels = new Set(outcome.map(({ label }) => label));
  return { ...bare, id, start, end, quote: text.slice(start, end), decisions: [decision], labels };
}

/** The places of a desk, in text order. A unit or decision that stays the same stays the same place. */
export function placesOf({ units, elsewhere }: SettlingDesk, text: string): Place[] {
  const remembered = <One extends DeskUnit | DeskDecision>(one: One, make: (one: One) => Place) => {
    const known = madeOf.get(one) ?? make(one);
    madeOf.set(one, known);
    return known;
  };
  return [
    ...units.map((unit) => remembered(unit, placeOfUnit)),
    ...elsewhere.map((decision) => remembered(decision, (one) => placeOfDecision(one, text))),
  ].sort((one, other) => one.start - other.start || one.end - other.end);
}

/** How many places are how far. */
export function countStates(places: readonly Pick<Place, 'state'>[]): Record<PlaceState, number> {
  const counts = { open: 0, changed: 0, attributes: 0, rule: 0, person: 0, elsewhere: 0 };
  for (const { state } of places) counts[state]++;
  return counts;
}

/** A place where nobody has marked anything, for something of one's own. */
export function ownPlace(segments: readonly Segment[], text: string): Place {
  const [start, end] = [segments[0]?.start ?? 0, segments.at(-1)?.end ?? 0];
  const quote = text.slice(start, end);
  return { ...bare, id: 'own', start, end, quote, decisions: [], labels: new Set() };
}
