/**
 * Reads what a browser stored under the field names of version 1 (before 2026-12): rows of the tables
 * and entries of journals, which may be changes that were never sent.
 */
type Fields = Record<string, unknown>;

type Names = readonly (readonly [earlier: string, name: string])[];

const isFields = (item: unknown): item is Fields =>
  typeof item === 'object' && item !== null && !Array.isArray(item);

function renamed(item: unknown, names: Names): unknown {
  if (!isFields(item)) return item;
  const today = new Map(names);
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [today.get(name) ?? name, value]),
  );
}

const eventNames = [
  ['deedId', 'idempotencyKey'],
  ['deed', 'kind'],
  ['quietUntil', 'delayedUntil'],
  ['place', 'sequence'],
] as const;

const layerNames = [['donePlace', 'doneUpTo']] as const;

/**
 * The stores of version 1: their names, the current ones, and the fields of their rows that were
 * renamed.
 */
export const earlierStores = [
  { earlier: 'deeds', name: 'changes', fields: eventNames },
  { earlier: 'refused', name: 'refused', fields: eventNames },
  { earlier: 'told', name: 'serverVersions', fields: [] },
  { earlier: 'log', name: 'log', fields: eventNames },
  { earlier: 'shelves', name: 'layers', fields: layerNames },
] as const;

/** A row of one of those stores with the current field names. */
export const rowFrom = (fields: Names, row: unknown): unknown => renamed(row, fields);

/** A change that was not stored in the tables yet. */
function entryFrom({ row, step, ...entry }: Fields): unknown {
  const now = renamed(step, layerNames);
  return {
    ...entry,
    row: renamed(row, eventNames),
    step: isFields(now) ? { ...now, newest: renamed(now.newest, eventNames) } : now,
  };
}

/** A decision, or its withdrawal, that an adjudication page had not sent. */
function decisionFrom(item: Fields): unknown {
  const action = renamed(item, [['placeId', 'passageId']]) as Fields;
  if (!isFields(action.sent)) return action;
  const sent = renamed(action.sent, [
    ['readings', 'layerCount'],
    ['standing', 'currentDecisions'],
  ]) as Fields;
  const relation = renamed(sent.relation, [['stands', 'isInConsensus']]);
  return {
    ...action,
    sent: relation === undefined ? sent : { ...sent, relation },
    decision: renamed(action.decision, [['deed', 'kind']]),
  };
}

/** A journal's item with the current field names, whichever version wrote it. */
export function journalItemFrom(item: unknown): unknown {
  if (!isFields(item)) return item;
  if (isFields(item.row) && 'deedId' in item.row) return entryFrom(item);
  return 'placeId' in item ? decisionFrom(item) : item;
}

/**
 * The names under which a journal may have entries: its own, and the one that it had in version 1.
 */
export function journalNames(name: string): string[] {
  return name.startsWith('changes/') ? [name, name.replace('changes/', 'deeds/')] : [name];
}

/** Takes over the display settings from the key under which version 1 stored them. */
export function adoptEarlierSettings(storage: Storage): void {
  const settings = storage.getItem('parallax-reading');
  if (settings === null) return;
  storage.removeItem('parallax-reading');
  if (storage.getItem('parallax-display') === null) storage.setItem('parallax-display', settings);
}
