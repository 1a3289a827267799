import type { DisagreementKind, Stand } from './compared-unit';
import { disagreementKinds } from './compared-unit';
import type { Mark } from './mark';
import { hullOf } from './mark';
import type { Pairing } from './pairing';

/** How the readings at two places of a list meet. */
export type Met = { first: number; second: number; pairing: Pairing };

const labelsOf = (marks: readonly Mark[]): string =>
  JSON.stringify([...new Set(marks.map(({ label }) => label))].sort());

const spansOf = (marks: readonly Mark[]): string =>
  marks.map(({ segments }) => segments.map(({ start, end }) => `${start} ${end}`).join()).join();

const piecesOf = (marks: readonly Mark[]): number =>
  marks.reduce((sum, { segments }) => sum + segments.length, 0);

function reachOf(marks: readonly Mark[]): string {
  const hulls = marks.map(hullOf);
  return `${Math.min(...hulls.map(({ start }) => start))} ${Math.max(...hulls.map(({ end }) => end))}`;
}

/** How two stands part that both have marks, a whole and its part aside. */
function between(one: readonly Mark[], other: readonly Mark[]): DisagreementKind[] {
  const inPieces = one.length !== other.length || piecesOf(one) !== piecesOf(other);
  const elsewhere = inPieces ? reachOf(one) !== reachOf(other) : spansOf(one) !== spansOf(other);
  const kinds: DisagreementKind[] = [];
  if (elsewhere) kinds.push('boundary');
  if (labelsOf(one) !== labelsOf(other)) kinds.push('label');
  if (inPieces) kinds.push('fragmentation');
  return kinds;
}

/** How the readings part within one unit, its stands in the order of the readings. */
export function partingOf(stands: readonly Stand[], met: readonly Met[]): DisagreementKind[] {
  const found = new Set<DisagreementKind>();
  const silent = new Map<number, DisagreementKind>();
  for (const { first, second, pairing } of met) {
    const [one, other] = [stands[first]?.marks ?? [], stands[second]?.marks ?? []];
    if (one.length === 0 && other.length === 0) continue;
    if (one.length === 0 || other.length === 0) {
      const at = one.length === 0 ? first : second;
      const isInside = [...one, ...other].some((mark) => pairing.inside.has(mark));
      if (isInside) silent.set(at, 'nesting');
      else if (!silent.has(at)) silent.set(at, 'missing');
      continue;
    }
    const links = one.flatMap((mark) => pairing.linksOf.get(mark) ?? []);
    const nested = links.filter((link) => link.nested).length;
    if (nested > 0) found.add('nesting');
    if (nested === 0 || nested < links.length)
      for (const kind of between(one, other)) found.add(kind);
  }
  for (const kind of silent.values()) found.add(kind);
  return disagreementKinds.filter((kind) => found.has(kind));
}
