import { divisionOf, disagreementFields, statisticsReader } from '../statistics/article-statistics';
import type { SelectedArticle } from './selection';
import { passingText } from '@/lib/article/frozen-text';
import type { OffsetUnit } from '@/lib/article/code-points';
import { db } from '@/lib/db';

/**
 * An article by how much its annotators disagree: of the units of two annotators, the share on
 * which they differ.
 */
type DividingArticle = { at: number; same: number; differing: number; division: number };

/** A passage by the share of pairs that differ on it; positions in code points. */
export type DividingPassage = { at: number; start: number; end: number; division: number };

const [same, differing] = [
  disagreementFields.indexOf('same'),
  disagreementFields.indexOf('differing'),
];

/**
 * The articles with the greatest share of disagreement, the greatest first; `at` is the index among
 * the selected.
 */
export function dividingArticles(
  selected: readonly SelectedArticle[],
  limit: number,
): DividingArticle[] {
  return selected
    .map(({ statistics, chosen }, at): DividingArticle => {
      const read = statisticsReader(statistics);
      const sums = { same: 0, differing: 0 };
      for (const [rank, one] of chosen.entries())
        for (const other of chosen.slice(rank + 1)) {
          sums.same += read.disagreement(one, other, same);
          sums.differing += read.disagreement(one, other, differing);
        }
      const units = sums.same + sums.differing;
      return { at, ...sums, division: units === 0 ? 0 : sums.differing / units };
    })
    .filter((article) => article.differing > 0)
    .sort(
      (one, other) =>
        other.division - one.division || other.differing - one.differing || one.at - other.at,
    )
    .slice(0, limit);
}

/**
 * The passages on which most pairs differ, of those stored with each article; the most divided and
 * longest first.
 */
export function dividingPassages(
  selected: readonly SelectedArticle[],
  limit: number,
): DividingPassage[] {
  return selected
    .flatMap(({ statistics, chosen }, at) =>
      statistics.divided.map((passage): DividingPassage => ({
        at,
        start: passage.start,
        end: passage.end,
        division: divisionOf(passage, chosen),
      })),
    )
    .filter(({ division }) => division > 0)
    .sort(
      (one, other) =>
        other.division - one.division ||
        other.end - other.start - (one.end - one.start) ||
        one.at - other.at ||
        one.start - other.start,
    )
    .slice(0, limit);
}

/** A passage in the requested offset unit, with its quote. */
type QuotedPassage = DividingPassage & { quote: string };

/**
 * Converts passages, which are in code points of these revisions’ texts, to `unit` and adds their
 * quotes.
 */
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
