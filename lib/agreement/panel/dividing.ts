import { divisionOf, disagreementFields } from '../statistics/article-statistics';
import { statisticsReader } from '../statistics/statistics-reader';
import type { SelectedArticle } from './selection';

/** An article by how far its readers part: of the units that two of them speak of, the share on which they do. */
export type DividingArticle = { at: number; same: number; differing: number; division: number };

/** A passage by the share of pairs that part on it; code points. */
export type DividingPassage = { at: number; start: number; end: number; division: number };

const [same, differing] = [
  disagreementFields.indexOf('same'),
  disagreementFields.indexOf('differing'),
];

/** The articles on which most pairs part, the most divided first; `at` is the article’s place among the selected. */
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

/** The passages on which most pairs part, of those that each article keeps; the most divided and longest first. */
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
