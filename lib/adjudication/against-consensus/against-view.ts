import { z } from 'zod';
import { countKinds, disagreementKinds } from '@/lib/comparison/compared-unit';
import { segmentsIn } from '@/lib/annotation/positions';
import type { PositionIndex } from '@/lib/article/code-points';
import type { VersionedAnnotation } from '@/lib/adjudication/versioned-annotation';
import type { AgainstUnit } from './against-consensus';

const annotation = z.object({
  annotationId: z.uuid(),
  version: z.int(),
  label: z.string(),
  segments: z.array(z.object({ start: z.int(), end: z.int() })),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  note: z.string(),
  confidence: z.number().nullable(),
});

/** A place where a reading or the consensus marks something, as the API tells it; positions in the answer's unit. */
export const againstView = z.object({
  id: z.uuid(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  /** How the two part there; empty where they say the same. */
  kinds: z.array(z.enum(disagreementKinds)),
  /** What the reading marks there. */
  mine: z.array(annotation),
  /** What the consensus has there. */
  consensus: z.array(annotation),
  /** The decisions that made it so; `rule` is empty where a person decided. */
  whys: z.array(
    z.object({
      decisionId: z.uuid(),
      kind: z.string(),
      rule: z.string(),
      reason: z.string(),
      by: z.object({ id: z.uuid(), name: z.string() }),
      at: z.iso.datetime(),
    }),
  ),
});

/** A place where a reading or the consensus marks something, as the API tells it. */
export type AgainstView = z.infer<typeof againstView>;

/** Tells a place in the unit of `index`. */
export function againstIn(index: PositionIndex, unit: AgainstUnit): AgainstView {
  const viewOf = ({ id, segments, ...details }: VersionedAnnotation) => ({
    annotationId: id,
    ...details,
    segments: segmentsIn(index, segments),
  });
  return {
    ...unit,
    start: index.fromUtf16(unit.start) ?? unit.start,
    end: index.fromUtf16(unit.end) ?? unit.end,
    mine: unit.mine.map(viewOf),
    consensus: unit.consensus.map(viewOf),
  };
}

/** How many places part in which way, as `countKinds`. */
export function countAgainst(units: readonly AgainstUnit[]) {
  return countKinds(units.map((unit) => ({ ...unit, versions: [] })));
}
