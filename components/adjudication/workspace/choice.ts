import type { z } from 'zod';
import type { decisionInput } from '@/lib/adjudication/decision/decision-input';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import type { WorkspaceAnnotation, Passage } from './passage';
import { annotationsAt, outcomeAt } from './passage';

/** An annotation of the consensus that a manager is writing. */
export type Draft = Omit<AnnotationContent, 'confidence'> & { id: string };

/** What is chosen at a passage and not decided yet. */
export type Choice = {
  /** The ids of the annotations that are taken as they are. */
  take: readonly string[];
  rejects: boolean;
  drafts: readonly Draft[];
  reasonKey: string;
  reason: string;
};

/** A decision as it is sent. */
export type SentDecision = z.input<typeof decisionInput>;

/** Nothing chosen yet. */
export const noChoice: Choice = {
  take: [],
  rejects: false,
  drafts: [],
  reasonKey: '',
  reason: '',
};

/** Whether there is something to decide. */
export const hasChoice = ({ take, rejects, drafts }: Choice): boolean =>
  rejects || take.length > 0 || drafts.length > 0;

type Version = Passage['versions'][number];

/** Whether a version is among those that are taken. */
export const isTaken = ({ holders }: Version, { take }: Choice): boolean =>
  holders.some(({ annotations }) =>
    annotations.some(({ annotationId }) => take.includes(annotationId)),
  );

/** Takes a version, or no longer. */
export function withVersionToggled(choice: Choice, version: Version): Choice {
  const all = new Set(
    version.holders.flatMap(({ annotations }) =>
      annotations.map(({ annotationId }) => annotationId),
    ),
  );
  const others = choice.take.filter((id) => !all.has(id));
  if (isTaken(version, choice)) return { ...choice, take: others };
  const own = (version.holders[0]?.annotations ?? []).map(({ annotationId }) => annotationId);
  return { ...choice, rejects: false, take: [...others, ...own] };
}

/** Rejects all versions, or no longer. */
export const withRejectionToggled = (choice: Choice): Choice => ({
  ...choice,
  rejects: !choice.rejects,
  take: [],
  drafts: [],
});

const draftOf = (annotation: WorkspaceAnnotation, id: string): Draft => ({
  id,
  label: annotation.label,
  segments: annotation.segments.map(({ start, end }) => ({ start, end })),
  attributes: annotation.attributes,
  note: annotation.note,
});

/**
 * Makes drafts of what is taken, to be adjusted; where nothing is, of what the consensus has, else
 * of the first version. `newId` returns an id for each.
 */
export function withAdjustment(choice: Choice, passage: Passage, newId: () => string): Choice {
  const taken = annotationsAt(passage).filter(({ annotationId }) =>
    choice.take.includes(annotationId),
  );
  const current = outcomeAt(passage);
  const first = passage.versions[0]?.holders[0]?.annotations ?? [];
  const from = taken.length > 0 ? taken : current.length > 0 ? current : first;
  const drafts = from.map((annotation) => draftOf(annotation, newId()));
  return { ...choice, take: [], rejects: false, drafts: [...choice.drafts, ...drafts] };
}

/** Adds a draft. */
export const withDraft = (choice: Choice, draft: Draft): Choice => ({
  ...choice,
  rejects: false,
  drafts: [...choice.drafts, draft],
});

/** Changes one draft; null deletes it. */
export const withDraftChanged = (
  choice: Choice,
  draftId: string,
  change: Partial<Draft> | null,
): Choice => ({
  ...choice,
  drafts: choice.drafts.flatMap((draft) => {
    if (draft.id !== draftId) return [draft];
    return change === null ? [] : [{ ...draft, ...change }];
  }),
});

/**
 * The request body of a choice, with what was seen at its passage; null is a passage without
 * annotations. Taken annotations that no longer exist are left out.
 */
export function decisionInputOf(
  articleId: string,
  passage: Passage | null,
  choice: Choice,
  layerCount: number,
): SentDecision {
  const seen = passage === null ? [] : annotationsAt(passage);
  const known = new Set(seen.map(({ annotationId }) => annotationId));
  return {
    articleId,
    sources: seen.map(({ annotationId, version }) => ({ annotationId, version })),
    ...(seen.length === 0 ? {} : { layerCount }),
    currentDecisions: passage === null ? [] : passage.decisions.map(({ id }) => id),
    take: choice.rejects ? [] : choice.take.filter((id) => known.has(id)),
    write: choice.drafts.map(({ label, segments, attributes, note }) => ({
      label,
      segments,
      attributes,
      note,
    })),
    reasonKey: choice.reasonKey,
    reason: choice.reason,
    offsetUnit: 'utf-16',
  };
}
