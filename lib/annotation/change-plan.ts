import type { OffsetUnit, PositionIndex } from '@/lib/article/code-points';
import type { Fault } from '@/lib/refusal';
import { Refusal, absent, conflict } from '@/lib/refusal';
import type { NextContent, Codebooks, SentChange, Stored } from './sent-change';
import { nextContentOf, isSameContent, placed } from './sent-change';
import type { ChangeKind } from './history';

/**
 * What is to be done about one change: nothing, since the annotation already has this content, or a
 * write.
 */
export type Planned =
  | { kind: ChangeKind; sent: SentChange; unchanged: Stored }
  | {
      kind: ChangeKind;
      sent: SentChange;
      unchanged: null;
      /** The version that is replaced; 0 where there is none yet. */
      expected: number;
      nextContent: NextContent;
      /** Whether the annotation is created or restored. */
      made: boolean;
    };

/** What changes are validated against. */
type PlanContext = {
  layerId: string;
  text: string;
  indexIn: (unit: OffsetUnit) => PositionIndex;
  stored: ReadonlyMap<string, Stored>;
  codebooks: Codebooks;
};

type Bad = { kind: 'invalid' | 'conflict' | 'absent'; faults: Fault[] };

/** Limit on the text that the annotations of one request cover in total, in UTF-16 code units. */
const maxCovered = 10_000_000;

const isBad = (result: Planned | Bad): result is Bad => 'faults' in result;

const bad = (kind: Bad['kind'], path: string, message: string): Bad => ({
  kind,
  faults: [{ path, message }],
});

function stale({ path, annotationId }: SentChange, stored: Stored | undefined, text: string): Bad {
  if (stored === undefined)
    return bad('conflict', path, `There is no annotation ${annotationId} that could be changed.`);
  if (stored.removed)
    return bad('conflict', path, `It was removed meanwhile, as version ${stored.version}.`);
  const { quote } = placed(text, stored, stored.codebookVersion);
  const now = `“${stored.label}” on “${quote.slice(0, 200)}”`;
  return bad(
    'conflict',
    path,
    `It was changed meanwhile: as version ${stored.version} it says ${now}.`,
  );
}

function planRemoval(
  sent: SentChange,
  stored: Stored | undefined,
  context: PlanContext,
): Planned | Bad {
  if (stored === undefined || stored.layerId !== context.layerId)
    // A missing annotation in one entry of a batch does not make the whole request a 404.
    return bad(
      sent.path === '' ? 'absent' : 'invalid',
      sent.path,
      'There is no such annotation in this layer.',
    );
  if (stored.removed) return { kind: 'remove', sent, unchanged: stored };
  if (sent.version !== null && sent.version !== stored.version)
    return stale(sent, stored, context.text);
  const { label, segments, attributes, note, confidence, codebookVersion } = stored;
  const content = { label, segments, attributes, note, confidence };
  const nextContent = placed(context.text, content, codebookVersion);
  return {
    kind: 'remove',
    sent,
    unchanged: null,
    expected: stored.version,
    nextContent,
    made: false,
  };
}

function planPut(
  sent: SentChange,
  stored: Stored | undefined,
  context: PlanContext,
): Planned | Bad {
  const { put } = sent;
  if (put === null) return planRemoval(sent, stored, context);
  if (stored !== undefined && stored.layerId !== context.layerId)
    return bad('conflict', sent.path, 'This id is taken; please choose another one.');
  const made = nextContentOf(
    { ...sent, put },
    context.text,
    context.indexIn(put.offsetUnit),
    stored,
    context.codebooks,
  );
  if ('faults' in made) return { kind: 'invalid', faults: made.faults };
  if (stored !== undefined && !stored.removed && isSameContent(stored, made.nextContent))
    return { kind: 'put', sent, unchanged: stored };
  if (sent.version !== null && sent.version !== stored?.version)
    return stale(sent, stored, context.text);
  return {
    kind: 'put',
    sent,
    unchanged: null,
    expected: stored?.version ?? 0,
    nextContent: made.nextContent,
    made: stored?.removed ?? true,
  };
}

function repeated(changes: readonly SentChange[]): Fault[] {
  const known = new Set<string>();
  return changes.flatMap(({ annotationId, path }) => {
    if (known.has(annotationId)) return [{ path, message: 'This id is in the batch twice.' }];
    known.add(annotationId);
    return [];
  });
}

function refusalOf(bads: readonly Bad[]): Refusal {
  const first = bads.find(({ kind }) => kind !== 'conflict') ?? bads[0];
  const faults = bads.flatMap((found) => (found.kind === first?.kind ? found.faults : []));
  if (first?.kind === 'absent') return absent('annotation');
  const firstFaults = faults.slice(0, 100);
  const message = `${firstFaults[0]?.message ?? ''} Nothing was changed.`;
  return first?.kind === 'conflict'
    ? conflict(message, firstFaults)
    : new Refusal('invalid', message, firstFaults);
}

/**
 * Plans all changes of a request, in their order. A change that leaves the annotation as it is
 * needs no write, whatever version was expected.
 *
 * @throws {Refusal} for all changes where one does not hold: `absent`, `invalid` or `conflict` with
 * at most 100 faults, or `too-large`.
 */
export function planChanges(changes: readonly SentChange[], context: PlanContext): Planned[] {
  const twice = repeated(changes);
  if (twice.length > 0)
    throw new Refusal('invalid', 'An id is in the batch twice. Nothing was changed.', twice);
  const results = changes.map((sent) =>
    planPut(sent, context.stored.get(sent.annotationId), context),
  );
  const bads = results.filter(isBad);
  if (bads.length > 0) throw refusalOf(bads);
  const planned = results.flatMap((result) => (isBad(result) ? [] : [result]));
  const covered = planned.reduce(
    (sum, plan) => sum + (plan.unchanged === null ? plan.nextContent.quote.length : 0),
    0,
  );
  if (covered > maxCovered) {
    throw new Refusal(
      'too-large',
      'These annotations cover too much text to be taken at once. Nothing was changed; please send them in parts.',
    );
  }
  return planned;
}
