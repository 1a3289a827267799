import { z } from 'zod';
import type { Codebook } from '@/lib/codebook/codebook';
import { mayRelate } from '@/lib/codebook/relation-type';
import type { Fault } from '@/lib/refusal';
import { annotationId } from './annotation';

/** The body of a request that puts a relation: its type and the annotations that it connects. */
export const relationInput = z.strictObject({
  type: z.string().min(1).max(128),
  from: annotationId,
  to: annotationId,
});

/** The body of a request that puts a relation. */
export type RelationInput = z.infer<typeof relationInput>;

/** A relation in an API response. */
export const relationView = z.object({
  id: z.uuid(),
  layerId: z.uuid(),
  type: z.string(),
  from: z.uuid(),
  to: z.uuid(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** A typed, directed relation between two annotations of one layer. */
export type RelationView = z.infer<typeof relationView>;

/**
 * Lists what is wrong with a relation: a type that the codebook does not have, an end that is not
 * in the layer, both ends the same, labels that the type does not connect. `labels` are the labels
 * of the layer's annotations by id.
 */
export function relationFaults(
  { type, from, to }: RelationInput,
  codebook: Codebook | null,
  labels: ReadonlyMap<string, string>,
): Fault[] {
  const known = codebook?.relations.find(({ key }) => key === type);
  const ends = { from: labels.get(from), to: labels.get(to) };
  const faults: Fault[] = [];
  if (known === undefined) {
    const message = `The codebook as published now has no relation type “${type}”.`;
    faults.push({ path: 'type', message });
  }
  for (const side of ['from', 'to'] as const) {
    if (ends[side] === undefined)
      faults.push({ path: side, message: 'There is no such annotation in this layer.' });
  }
  if (from === to)
    faults.push({ path: 'to', message: 'A relation runs between two different annotations.' });
  if (faults.length > 0 || known === undefined || ends.from === undefined || ends.to === undefined)
    return faults;
  if (!mayRelate(known, ends.from, ends.to)) {
    const message = `“${known.name}” may not run from “${ends.from}” to “${ends.to}”.`;
    faults.push({ path: 'type', message });
  }
  return faults;
}
