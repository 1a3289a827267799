import { z } from 'zod';
import { invalid } from '@/lib/refusal';

/** Whose annotations a layer holds: an analyst's, the consensus, a suggester's. */
export const layerKinds = ['analyst', 'consensus', 'suggestion'] as const;

/** Whose annotations a layer holds. */
export type LayerKind = (typeof layerKinds)[number];

/** A layer can be written while it is open; its author submits it when they are done. */
export const layerStates = ['open', 'submitted'] as const;

/** State of a layer. */
export type LayerState = (typeof layerStates)[number];

/** The body of a request that changes a layer. */
export const layerChange = z.strictObject({ state: z.enum(layerStates) });

/** A layer in an API response. */
export const layerView = z.object({
  id: z.uuid(),
  articleId: z.uuid(),
  /** The number of the article's revision that it is over. */
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

/** A layer in an API response. */
export type LayerView = z.infer<typeof layerView>;

/** Parses a stored kind; an unknown one counts as `analyst`, the most restricted. */
export function layerKindOf(word: string): LayerKind {
  return layerKinds.find((kind) => kind === word) ?? 'analyst';
}

/** Parses a stored state; an unknown one counts as `submitted`, which takes no changes. */
export function layerStateOf(word: string): LayerState {
  return layerStates.find((state) => state === word) ?? 'submitted';
}

/**
 * Maximum number of annotations of one layer: about a hundred times what a person makes in a long
 * article.
 */
export const maxLayerAnnotations = 20_000;

/**
 * Requires that a layer with `count` annotations is within `maxLayerAnnotations`.
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
