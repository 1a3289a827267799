import { invalid } from '@/lib/refusal';

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
