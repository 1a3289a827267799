import type { Codebook } from '@/lib/codebook/codebook';
import { labelOf } from '@/lib/codebook/codebook';
import type { PositionIndex } from '@/lib/article/code-points';
import type { Segment } from '@/lib/article/segment';
import type { Fault } from '@/lib/refusal';
import type { Annotation, AnnotationContent, AnnotationInput, StoredContent } from './annotation';
import { areSameAttributes, attributeFaults } from './attributes';
import type { ChangeKind } from './history';
import { segmentsFrom } from './positions';
import { anchorOf, isQuoteOf, isSameSpan, quoteOf, toSpan } from './span';

/** One change as it was sent. `version` is the one that must be current; null takes any. */
export type SentChange = {
  annotationId: string;
  /** Its path in the request, for faults; empty where it is the whole request. */
  path: string;
  version: number | null;
  /** Null for a removal. */
  put: AnnotationInput | null;
  /** The client's key for the change, by which a retry is recognized. */
  idempotencyKey: string | null;
};

/** An annotation as it is stored, removed or not. */
export type Stored = AnnotationContent & {
  id: string;
  layerId: string;
  codebookVersion: number;
  version: number;
  createdAt: string;
  updatedAt: string;
  removed: boolean;
};

/**
 * The new content of an annotation, with quote, anchor and the codebook version that it was
 * validated against.
 */
export type NextContent = AnnotationContent & {
  codebookVersion: number;
  quote: string;
  prefix: string;
  suffix: string;
};

/** A change that was carried out before under an idempotency key. */
export type Done = {
  idempotencyKey: string;
  annotationId: string;
  layerId: string;
  byId: string;
  kind: ChangeKind;
  /** Kind of the version before it; null for the first. */
  before: ChangeKind | null;
  version: number;
  /** Its sequence number in its layer. */
  sequence: number;
  content: StoredContent;
  at: string;
};

/** The annotation after one change, and whether the change created or restored it. */
export type Changed = { annotation: Annotation; made: boolean };

/** The published codebooks against which changes are validated. */
export type Codebooks = { latest: number; read: (version: number) => Codebook | undefined };

const below = (path: string, faults: Fault[]): Fault[] =>
  faults.map((fault) => ({ ...fault, path: path === '' ? fault.path : `${path}.${fault.path}` }));

/** The content with the quote and anchor of its span. */
export function placed(
  text: string,
  content: AnnotationContent,
  codebookVersion: number,
): NextContent {
  return {
    ...content,
    codebookVersion,
    quote: quoteOf(text, content.segments),
    ...anchorOf(text, content.segments),
  };
}

/** A stored annotation with quote and anchor from its revision's text. */
export function annotationOf(text: string, { removed: _, ...stored }: Stored): Annotation {
  return { ...stored, quote: quoteOf(text, stored.segments), ...anchorOf(text, stored.segments) };
}

/** Whether two contents are the same in every field. */
export function isSameContent(one: AnnotationContent, other: AnnotationContent): boolean {
  return (
    one.label === other.label &&
    one.note === other.note &&
    one.confidence === other.confidence &&
    isSameSpan(one.segments, other.segments) &&
    areSameAttributes(one.attributes, other.attributes)
  );
}

/**
 * The first of these codebook versions in which a label and its attributes are valid; faults where
 * there is none.
 */
export function firstHolding(
  { label, attributes }: Pick<AnnotationContent, 'label' | 'attributes'>,
  codebooks: readonly { version: number; content: Codebook | undefined }[],
): { version: number } | { faults: Fault[] } {
  let faults: Fault[] | undefined;
  for (const { version, content } of codebooks) {
    const known = content && labelOf(content, label);
    if (known === undefined) continue;
    const found = attributeFaults(known, attributes);
    if (found.length === 0) return { version };
    faults ??= found;
  }
  const message = `The codebook as published now has no label “${label}”.`;
  return { faults: faults ?? [{ path: 'label', message }] };
}

/**
 * The codebook version in which label and attributes are valid: the latest, or, for a label that
 * stays the same, the one that it was given in (so that an annotation with a withdrawn label can
 * still be moved or noted). Faults where neither accepts them.
 */
function checkedIn(
  put: AnnotationContent,
  stored: Stored | undefined,
  codebooks: Codebooks,
): { version: number } | { faults: Fault[] } {
  const stays = stored !== undefined && stored.label === put.label;
  if (stays && areSameAttributes(stored.attributes, put.attributes))
    return { version: stored.codebookVersion };
  const versions = stays ? [codebooks.latest, stored.codebookVersion] : [codebooks.latest];
  return firstHolding(
    put,
    versions.map((version) => ({ version, content: codebooks.read(version) })),
  );
}

/**
 * The content that a put results in, or its faults, with paths below the change's own. Positions of
 * the put are in the unit of `index`.
 */
export function nextContentOf(
  change: SentChange & { put: NonNullable<SentChange['put']> },
  text: string,
  index: PositionIndex,
  stored: Stored | undefined,
  codebooks: Codebooks,
): { nextContent: NextContent } | { faults: Fault[] } {
  const { quote, label, attributes, note, confidence } = change.put;
  const sent = segmentsFrom(index, change.put.segments);
  const placing = 'faults' in sent ? sent : toSpan(text, sent.segments);
  const sentSegments = 'faults' in sent ? [] : sent.segments;
  const segments = 'faults' in placing ? [] : placing.span;
  const content = { label, segments, attributes, note, confidence };
  const checked = checkedIn(content, stored, codebooks);
  const faults = [
    ...('faults' in placing ? placing.faults : []),
    ...('faults' in checked ? checked.faults : []),
  ];
  if (faults.length > 0 || 'faults' in checked) return { faults: below(change.path, faults) };
  const nextContent = placed(text, content, checked.version);
  const isQuote = (segments: Segment[]) => isQuoteOf(text, segments, quote ?? '');
  if (quote !== undefined && !isQuote(nextContent.segments) && !isQuote(sentSegments)) {
    const message = `The text there reads “${nextContent.quote.slice(0, 200)}”, not what was sent as its quote.`;
    return { faults: below(change.path, [{ path: 'quote', message }]) };
  }
  return { nextContent };
}
