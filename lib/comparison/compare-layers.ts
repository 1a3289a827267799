import { hullOf, inTextOrder } from './compared-unit';
import type { ComparedUnit, ComparedAnnotation, LayerAnnotations } from './compared-unit';
import { pairAnnotations } from './pairing';
import type { LayerPairing } from './disagreement';
import { disagreementKindsOf } from './disagreement';

/**
 * Pairs the annotations of every two layers.
 *
 * @throws {Refusal} `costly`, as `pairAnnotations` does.
 */
export function pairLayers(layers: readonly LayerAnnotations[]): LayerPairing[] {
  return layers.flatMap((one, first) =>
    layers.slice(first + 1).map((other, after) => ({
      first,
      second: first + 1 + after,
      pairing: pairAnnotations(one.annotations, other.annotations),
    })),
  );
}

/** The connected components of annotations under the links of the pairings (union-find). */
function gather(
  annotations: readonly ComparedAnnotation[],
  pairings: readonly LayerPairing[],
): ComparedAnnotation[][] {
  const above = new Map<ComparedAnnotation, ComparedAnnotation>();
  const rootOf = (annotation: ComparedAnnotation): ComparedAnnotation => {
    let at = annotation;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) {
      // Path halving: without it a chain of links takes quadratic time.
      const beyond = above.get(next);
      if (beyond !== undefined) above.set(at, beyond);
      at = next;
    }
    return at;
  };
  for (const { pairing } of pairings)
    for (const { one, other } of pairing.links) {
      const [first, second] = [rootOf(one), rootOf(other)];
      if (first !== second) above.set(second, first);
    }
  const groups = new Map<ComparedAnnotation, ComparedAnnotation[]>();
  for (const annotation of annotations) {
    const root = rootOf(annotation);
    const group = groups.get(root);
    if (group) group.push(annotation);
    else groups.set(root, [annotation]);
  }
  return [...groups.values()];
}

/**
 * Compares layers over one text: the units, in text order, and how the layers disagree on each. Every
 * annotation is in exactly one unit; annotations of several layers share a unit when any two of the
 * layers pair them (see `pairAnnotations`). The order of the layers decides only the order of the
 * versions.
 *
 * @param pairings `pairLayers(layers)`, where the caller has it already.
 * @throws {Refusal} `costly`, as `pairAnnotations` does.
 */
export function compareLayers(
  layers: readonly LayerAnnotations[],
  pairings: readonly LayerPairing[] = pairLayers(layers),
): ComparedUnit[] {
  const layerIndexOf = new Map<ComparedAnnotation, number>();
  for (const [at, { annotations }] of layers.entries())
    for (const annotation of annotations) layerIndexOf.set(annotation, at);
  const units = gather([...layerIndexOf.keys()], pairings).map((group): ComparedUnit => {
    const versions = layers.map(({ layerId }) => ({
      layerId,
      annotations: [] as ComparedAnnotation[],
    }));
    const [first, ...rest] = group.sort(inTextOrder);
    for (const annotation of group)
      versions[layerIndexOf.get(annotation) ?? -1]?.annotations.push(annotation);
    return {
      id: rest.reduce((least, { id }) => (id < least ? id : least), first?.id ?? ''),
      start: first === undefined ? 0 : hullOf(first).start,
      end: Math.max(...group.map((annotation) => hullOf(annotation).end)),
      kinds: disagreementKindsOf(versions, pairings),
      versions,
    };
  });
  return units.sort(
    (one, other) => one.start - other.start || one.end - other.end || (one.id < other.id ? -1 : 1),
  );
}
