import type { Annotation } from '@/lib/annotation/annotation';
import { shortQuote } from '@/components/ui/format-text';
import type { LabelLookup, ShownLabel } from '@/components/article-text/label-lookup';

/** A line of the palette. */
export type PaletteItem = { id: string; name: string; hint: string };

const maxHighlights = 30;

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word that was typed is in one of these, in whichever order, case and accents aside. */
export function isFound(query: string, ...where: string[]): boolean {
  const target = folded(where.join(' '));
  return folded(query)
    .split(/\s+/)
    .every((word) => target.includes(word));
}

/** The labels that fit what was typed. */
export function labelItems(query: string, labels: readonly ShownLabel[]): ShownLabel[] {
  return labels.filter(({ name, key, definition }) => isFound(query, name, key, definition));
}

/** The first highlights that fit what was typed; none before something is typed, there may be thousands. */
export function highlightItems(
  query: string,
  annotations: readonly Annotation[],
  lookup: LabelLookup,
): PaletteItem[] {
  const found: PaletteItem[] = [];
  if (query.trim() === '') return found;
  for (const { id, label, quote, note } of annotations) {
    const { name } = lookup.of(label);
    if (!isFound(query, quote, name, note)) continue;
    found.push({ id, name: shortQuote(quote, 60), hint: name });
    if (found.length === maxHighlights) break;
  }
  return found;
}
