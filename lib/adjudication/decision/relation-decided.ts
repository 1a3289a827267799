import { publishedCodebook } from '@/lib/codebook/read-codebook';
import { relationFaults } from '@/lib/annotation/relation';
import type { Db } from '@/lib/db';
import { Refusal } from '@/lib/refusal';
import type { AdjudicationSnapshot } from '@/lib/adjudication/adjudication-snapshot';
import type { Making } from '../carry-out';
import type { DecidedRelation } from './decision';
import type { DecisionInput } from './decision-input';

/**
 * The decision that a relation between two annotations of the consensus is in the consensus, or is
 * not; earlier decisions on the same relation are replaced. Throws `invalid` where the codebook
 * does not allow it.
 */
export async function relationDecided(
  on: Db,
  { context, consensusAnnotations, frozen, decisions }: AdjudicationSnapshot,
  input: Pick<DecisionInput, 'relation' | 'reasonKey'> & { decisionId: string; reason: string },
): Promise<Making> {
  const relation: DecidedRelation = input.relation ?? {
    type: '',
    from: '',
    to: '',
    isInConsensus: false,
  };
  const { type, from, to } = relation;
  const codebook = await publishedCodebook(on, context.projectId, context.codebookVersion);
  const labels = new Map([...consensusAnnotations].map(([id, { label }]) => [id, label]));
  const faults = relationFaults({ type, from, to }, codebook, labels).map((fault) => ({
    ...fault,
    path: `relation.${fault.path}`,
  }));
  if (faults.length > 0)
    throw new Refusal('invalid', `${faults[0]?.message ?? ''} Nothing was decided.`, faults);
  const ends = [from, to].flatMap((id) => consensusAnnotations.get(id)?.segments ?? []);
  const start = Math.min(...ends.map((segment) => segment.start));
  const end = Math.max(...ends.map((segment) => segment.end));
  const same = (other: DecidedRelation | null) =>
    other !== null && other.type === type && other.from === from && other.to === to;
  return {
    decision: {
      id: input.decisionId,
      start,
      end,
      quote: frozen.text.slice(start, end),
      kind: 'relation',
      rule: '',
      mergeId: null,
      kinds: [],
      sources: [],
      silent: [],
      versionHashes: [],
      relation,
      openAttributes: [],
      finalLabels: [],
      rejectedLabels: [],
      reasonKey: input.reasonKey,
      reason: input.reason,
    },
    outcomes: [],
    replaces: decisions.filter((decision) => same(decision.relation)),
  };
}
