import { passingText } from '@/lib/article/frozen-text';
import type { OffsetUnit } from '@/lib/article/code-points';
import { db } from '@/lib/db';
import type { DividingPassage } from './dividing';

/** A passage in the unit that was asked for, with its words. */
export type QuotedPassage = DividingPassage & { quote: string };

/** Tells passages, which come in code points of the texts of these revisions, in `unit` and with their words. */
export async function quotePassages(
  passages: readonly DividingPassage[],
  revisionOf: (at: number) => string | undefined,
  unit: OffsetUnit,
): Promise<QuotedPassage[]> {
  const quoted: QuotedPassage[] = [];
  for (const passage of passages) {
    const revisionId = revisionOf(passage.at);
    if (revisionId === undefined) continue;
    const frozen = await passingText(db(), revisionId);
    const index = frozen.indexIn('code-point');
    const [start, end] = [index.toUtf16(passage.start) ?? 0, index.toUtf16(passage.end) ?? 0];
    const offsets = unit === 'utf-16' ? { start, end } : {};
    quoted.push({ ...passage, ...offsets, quote: frozen.text.slice(start, end) });
  }
  return quoted;
}
