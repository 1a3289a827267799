import type { Computation } from '@/lib/compute/computation';
import {
  documentOf,
  isSameState,
  snapshotOf,
  maxStateBytes,
  stateOf,
} from '@/lib/live/shared-state';
import { Refusal, invalid } from '@/lib/refusal';
import type { CleanUpChoice } from './article';
import { articleText } from './article';
import type { CleanedText } from './clean-text';
import type { CleanUpInput, CleanUpView } from './clean-up';
import { difference, handEdits } from './difference';
import { stateOfText, textOfDocument, draftText } from './draft-document';
import { loadLanguageDetector } from './language';
import type { OffsetMap } from './offset-map';
import { compose, mapOfEdits } from './offset-map';
import type { Revision } from './revision';
import { freeze, freezeReady, prepare } from './revision';
import { requireBlocks, requireEdits } from './text-size';

const bounds = {
  subject: 'Working on this text',
  advice: 'Split it into several articles.',
  maxMilliseconds: 60_000,
};

/** An uploaded text and which clean-up steps run; with `language` null, it is detected. */
type RawText = { text: string; cleanup: CleanUpChoice; language: string | null };

function requireText(text: string): void {
  if (!/\S/.test(text))
    throw invalid('cleanup', 'Nothing of the text is left after the clean-up. Nothing was added.');
  requireBlocks(text);
}

/** Cleans a text, for a preview. */
export const previewComputation: Computation<CleanUpInput, CleanUpView> = {
  ...bounds,
  name: 'article/preview',
  async run({ text, cleanup, language }) {
    if ((language ?? null) === null) await loadLanguageDetector();
    const { map, ...cleaned } = prepare(text, cleanup, language ?? null);
    requireBlocks(cleaned.text);
    requireEdits(map);
    return { ...cleaned, difference: difference(text, cleaned.text, map) };
  },
};

/** Cleans an uploaded text and computes the first revision of its article. */
export const revisionComputation: Computation<RawText, Revision & { language: string }> = {
  ...bounds,
  name: 'article/revision',
  async run({ text, cleanup, language }) {
    if (language === null) await loadLanguageDetector();
    const revision = freeze(text, cleanup, language);
    requireText(revision.text);
    requireEdits(revision.offsetMap);
    return revision;
  },
};

/** An uploaded text, cleaned, with its state as a shared document. */
type BegunText = Omit<CleanedText, 'doubts'> & {
  language: string;
  state: Uint8Array<ArrayBuffer>;
};

/** Cleans the text of a new draft and makes its shared document. */
export const beginningComputation: Computation<RawText, BegunText> = {
  ...bounds,
  name: 'article/begin-draft',
  async run(raw) {
    if (raw.language === null) await loadLanguageDetector();
    const { text, steps, map, language } = prepare(raw.text, raw.cleanup, raw.language);
    requireText(text);
    requireEdits(map);
    return { text, steps, map, language, state: stateOfText(text) };
  },
};

/** The merged state of a draft, its snapshot, and whether it adds nothing to the first state. */
export type MergedDraft = {
  state: Uint8Array<ArrayBuffer>;
  snapshot: Uint8Array;
  isFirst: boolean;
};

/**
 * Merges states of one draft; refuses states that are not a draft’s text, and texts too large for
 * an article.
 */
export const draftMergeComputation: Computation<[Uint8Array, ...Uint8Array[]], MergedDraft> = {
  ...bounds,
  name: 'article/merge-draft',
  async run(states) {
    // The stored text may exceed the limits that a merged one must keep, so that it can be
    // shortened.
    const before = documentOf(states[0]);
    const { document } = draftText(...states);
    const state = stateOf(document);
    if (state.byteLength > maxStateBytes)
      throw new Refusal('too-large', 'The text has more changes than can be stored.');
    return {
      state,
      snapshot: snapshotOf(document),
      isFirst: before !== null && isSameState(before, document),
    };
  },
};

/** A draft to be locked, with the states that clients have of it. */
type DraftToFreeze = {
  draft: {
    raw: Uint8Array;
    prepared: string;
    offsetMap: OffsetMap;
    state: Uint8Array;
    cleanup: Revision['cleanup'];
    language: string;
  };
  states: Uint8Array[];
};

/** Computes the first revision of a draft’s article, and the state of that text. */
export const freezingComputation: Computation<
  DraftToFreeze,
  { revision: Revision; state: Uint8Array<ArrayBuffer> }
> = {
  ...bounds,
  name: 'article/freeze-draft',
  async run({ draft, states }) {
    const { document, text } = draftText(draft.state, ...states);
    const fault = articleText.safeParse(text).error?.issues[0];
    if (fault !== undefined)
      throw invalid('text', `${fault.message} Nothing was locked; the draft is unchanged.`);
    const edits = handEdits(draft.prepared, text);
    const revision = freezeReady({
      raw: draft.raw,
      text,
      steps: [...draft.cleanup, { name: 'by-hand', version: 1, edits: edits.length }],
      map: compose(draft.offsetMap, mapOfEdits(edits)),
      language: draft.language,
    });
    requireEdits(revision.offsetMap);
    return { revision, state: stateOf(document) };
  },
};

/** The text of a draft’s state; null where it is not a state of a draft. */
export const draftTextComputation: Computation<Uint8Array, string | null> = {
  ...bounds,
  name: 'article/draft-text',
  async run(state) {
    const document = documentOf(state);
    return document && textOfDocument(document);
  },
};
