import type { OffsetUnit, PositionIndex } from '@/lib/article/code-points';
import type { Fault } from '@/lib/refusal';
import { Refusal, absent, conflict } from '@/lib/refusal';
import type { Becoming, Codebooks, SentDeed, Stored } from './deed';
import { becomingOf, isSameContent, placed } from './deed';
import type { Deed } from './history';

/** What is to be done about one deed: nothing, since it stands so already, or a write. */
export type Planned =
  | { deed: Deed; sent: SentDeed; stands: Stored }
  | {
      deed: Deed;
      sent: SentDeed;
      stands: null;
      /** The version that is changed; 0 where there is none yet. */
      expected: number;
      becoming: Becoming;
      /** Whether there was no such annotation before, or a removed one. */
      made: boolean;
    };

/** What deeds are checked against. */
export type Ground = {
  layerId: string;
  text: string;
  indexIn: (unit: OffsetUnit) => PositionIndex;
  stored: ReadonlyMap<string, Stored>;
  codebooks: Codebooks;
};

type Bad = { kind: 'invalid' | 'conflict' | 'absent'; faults: Fault[] };

/** The most UTF-16 code units that one request may cover altogether. */
const mostCovered = 10_000_000;

const isBad = (result: Planned | Bad): result is Bad => 'faults' in result;

const bad = (kind: Bad['kind'], path: string, message: string): Bad => ({
  kind,
  faults: [{ path, message }],
});

function stale({ path, annotationId }: SentDeed, stored: Stored | undefined, text: string): Bad {
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

function planRemoval(sent: SentDeed, stored: Stored | undefined, ground: Ground): Planned | Bad {
  if (stored === undefined || stored.layerId !== ground.layerId)
    // One entry of many does not make the whole request something that is not there.
    return bad(
      sent.path === '' ? 'absent' : 'invalid',
      sent.path,
      'There is no such annotation in this layer.',
    );
  if (stored.removed) return { deed: 'remove', sent, stands: stored };
  if (sent.version !== null && sent.version !== stored.version)
    return stale(sent, stored, ground.text);
  const { label, segments, attributes, note, confidence, codebookVersion } = stored;
  const content = { label, segments, attributes, note, confidence };
  const becoming = placed(ground.text, content, codebookVersion);
  return { deed: 'remove', sent, stands: null, expected: stored.version, becoming, made: false };
}

function planPut(sent: SentDeed, stored: Stored | undefined, ground: Ground): Planned | Bad {
  const { put } = sent;
  if (put === null) return planRemoval(sent, stored, ground);
  if (stored !== undefined && stored.layerId !== ground.layerId)
    return bad('conflict', sent.path, 'This id is taken; please choose another one.');
  const made = becomingOf(
    { ...sent, put },
    ground.text,
    ground.indexIn(put.offsetUnit),
    stored,
    ground.codebooks,
  );
  if ('faults' in made) return { kind: 'invalid', faults: made.faults };
  if (stored !== undefined && !stored.removed && isSameContent(stored, made.becoming))
    return { deed: 'put', sent, stands: stored };
  if (sent.version !== null && sent.version !== stored?.version)
    return stale(sent, stored, ground.text);
  return {
    deed: 'put',
    sent,
    stands: null,
    expected: stored?.version ?? 0,
    becoming: made.becoming,
    made: stored?.removed ?? true,
  };
}

function repeated(deeds: readonly SentDeed[]): Fault[] {
  const known = new Set<string>();
  return deeds.flatMap(({ annotationId, path }) => {
    if (known.has(annotationId)) return [{ path, message: 'This id is in the batch twice.' }];
    known.add(annotationId);
    return [];
  });
}

function refusalOf(bads: readonly Bad[]): Refusal {
  const first = bads.find(({ kind }) => kind !== 'conflict') ?? bads[0];
  const faults = bads.flatMap((found) => (found.kind === first?.kind ? found.faults : []));
  if (first?.kind === 'absent') return absent('annotation');
  const most = faults.slice(0, 100);
  const words = `${most[0]?.message ?? ''} Nothing was changed.`;
  return first?.kind === 'conflict' ? conflict(words, most) : new Refusal('invalid', words, most);
}

/**
 * Decides about all deeds of a request, in their order; refuses all of them when one does not hold.
 * What stands already as sent needs no write, whatever version was expected.
 */
export function planDeeds(deeds: readonly SentDeed[], ground: Ground): Planned[] {
  const twice = repeated(deeds);
  if (twice.length > 0)
    throw new Refusal('invalid', 'An id is in the batch twice. Nothing was changed.', twice);
  const results = deeds.map((sent) => planPut(sent, ground.stored.get(sent.annotationId), ground));
  const bads = results.filter(isBad);
  if (bads.length > 0) throw refusalOf(bads);
  const planned = results.flatMap((result) => (isBad(result) ? [] : [result]));
  const covered = planned.reduce(
    (sum, plan) => sum + (plan.stands === null ? plan.becoming.quote.length : 0),
    0,
  );
  if (covered > mostCovered) {
    throw new Refusal(
      'too-large',
      'These annotations cover too much text to be taken at once. Nothing was changed; please send them in parts.',
    );
  }
  return planned;
}
