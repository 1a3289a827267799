import { z } from 'zod';
import { prose } from '@/lib/text-input';
import { annotationId, annotationInput } from '@/lib/annotation/annotation';
import { offsetUnits } from '@/lib/article/code-points';

const { label, segments, attributes, note, quote } = annotationInput.shape;

/**
 * A decision on a unit. `sources` are the versions that the client saw there, `currentDecisions`
 * the decisions: where these have changed, nothing is decided and the answer says what has. `take`
 * names versions that are taken as they are, `write` adds annotations beside or in place of them;
 * with neither, all are rejected. Without sources it is an annotation of the manager's own.
 */
export const decisionInput = z
  .strictObject({
    articleId: z.uuid(),
    sources: z
      .array(z.strictObject({ annotationId, version: z.int().min(1) }))
      .max(5000, 'There are at most 5,000 versions in a passage.')
      .default([]),
    /** How many layers were compared; not checked where it is absent. */
    layerCount: z.int().min(0).optional(),
    currentDecisions: z.array(z.uuid()).max(1000).default([]),
    take: z.array(annotationId).max(1000).default([]),
    write: z
      .array(z.strictObject({ label, segments, attributes, note, quote }))
      .max(100, 'At most 100 annotations can be written in a passage.')
      .default([]),
    /**
     * A relation between two annotations of the consensus, and whether it is in the consensus; then
     * nothing else is decided.
     */
    relation: z
      .strictObject({
        type: z.string().min(1).max(128),
        from: annotationId,
        to: annotationId,
        isInConsensus: z.boolean(),
      })
      .optional(),
    reasonKey: z.string().max(64).default(''),
    reason: prose(2000).default(''),
    offsetUnit: z.enum(offsetUnits).default('code-point'),
  })
  .refine(
    ({ relation, sources, take, write }) =>
      relation === undefined || sources.length + take.length + write.length === 0,
    { path: ['relation'], message: 'A decision is either about a passage or about a relation.' },
  )
  .refine(
    ({ take, sources }) => take.every((id) => sources.some((one) => one.annotationId === id)),
    {
      path: ['take'],
      message: 'What is taken must be among the versions that were seen.',
    },
  )
  .meta({
    examples: [
      {
        articleId: '01890a5d-ac96-774b-bcce-b302099a8057',
        sources: [{ annotationId: '01890a5d-ac96-774b-bcce-b302099a8058', version: 1 }],
        layerCount: 3,
        take: ['01890a5d-ac96-774b-bcce-b302099a8058'],
        reasonKey: 'fits',
      },
    ],
  });

/** A decision on a unit or a relation. */
export type DecisionInput = z.infer<typeof decisionInput>;
