import { z } from 'zod';
import { invalid } from '@/lib/refusal';

/** Whose reading a layer holds: an analyst's, the settled one, a suggester's. */
export const layerKinds = ['analyst', 'consensus', 'suggestion'] as const;

/** Whose reading a layer holds. */
export type LayerKind = (typeof layerKinds)[number];

/** A layer is written while it is open; submitting says that its author is done. */
export const layerStates = ['open', 'submitted'] as const;

/** Whether a layer's author is done with it. */
export type LayerState = (typeof layerStates)[number];

/** What of a layer can be changed. */
export const layerChange = z.strictObject({ state: z.enum(layerStates) });

/** A layer as the API tells it. */
export const layerView = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  /** The number of the article's revision that it reads. */
  revision: z.int(),
  kind: z.enum(layerKinds),
  /** The analyst; null for the consensus and for suggesters. */
  author: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** The suggester's name; empty otherwise. */
  suggester: z.string(),
  state: z.enum(layerStates),
  annotations: z.int(),
  createdAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
});

/** A layer as the API tells it. */
export type LayerView = z.infer<typeof layerView>;

/** A stored word as a layer's kind; one that is not known counts as an analyst's, the most guarded. */
export function layerKindOf(word: string): LayerKind {
  return layerKinds.find((kind) => kind === word) ?? 'analyst';
}

/** A stored word as a layer's state; one that is not known cannot be written to. */
export function layerStateOf(word: string): LayerState {
  return layerStates.find((state) => state === word) ?? 'submitted';
}

/** How many annotations one layer may have: some hundred times what a person makes of a long article. */
export const maxLayerAnnotations = 20_000;

/**
 * Refuses a layer that would have this many annotations, where they are too many.
 *
 * @throws {Refusal} `invalid`.
 */
export function requireFewAnnotations(count: number): void {
  if (count <= maxLayerAnnotations) return;
  const [found, max] = [count, maxLayerAnnotations].map((one) => one.toLocaleString('en'));
  throw invalid(
    'annotations',
    `A layer has at most ${max} annotations, and this one would have ${found}. Nothing was changed; remove some first.`,
  );
}
