import { findArticleDecisions } from '@/lib/adjudication/decision-log/article-decision-store';
import type { StoredDecision } from '@/lib/adjudication/decision/seen-decision';
import { findAdjudicationSettings } from '@/lib/adjudication/adjudication-settings-store';
import { passingText } from '@/lib/article/frozen-text';
import type { FrozenText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import type { CsvChoice } from './annotation-csv';
import { byPages } from './by-pages';
import { decisionHead, decisionLine } from './decision-csv';
import { openSources } from './decision-sources';
import { articlePages } from './export-pages';
import type { ExportViewer, ShownArticle } from './export-shown';
import { shownTo } from './export-shown';
import type { Extent } from './export-store';
import { openDecisions } from './open-decisions';
import type { Naming } from './pseudonym';
import { namerOf } from './pseudonym';
import { layerNamer } from './write-csv';

/** How much is gathered before it is sent on, in UTF-16 code units. */
const portion = 65_536;

type Options = {
  nameOf: (userId: string, name: string) => string;
  anonymous: boolean;
  choice: CsvChoice;
};

async function* linesOf(
  { cells, layers, viewer }: ShownArticle,
  { nameOf, anonymous, choice }: Options,
): AsyncGenerator<string, void> {
  const annotators = new Map(layers.map(({ id, annotator }) => [id, annotator]));
  const texts = new Map<string, FrozenText>();
  const textOf = async (revisionId: string) => {
    const frozen = texts.get(revisionId) ?? (await passingText(db(), revisionId));
    texts.set(revisionId, frozen);
    return frozen;
  };
  const decisions = byPages<StoredDecision>((after, limit) =>
    findArticleDecisions(db(), cells.articleId, { limit, after }),
  );
  for await (const decision of openDecisions(decisions, viewer, textOf)) {
    const index = (await textOf(decision.revisionId)).indexIn('code-point');
    const sources = openSources(decision, (layerId) => annotators.get(layerId), anonymous);
    yield decisionLine(decision, cells, { nameOf, sources }, index, choice);
  }
}

/**
 * The CSV of the decisions in the extent that the reader may know, as far as they may know them, also
 * of those that made nothing, were replaced or taken back: by article as everywhere, then by place.
 */
export async function* writeDecisions(
  exportViewer: ExportViewer,
  extent: Extent,
  naming: Naming,
  choice: CsvChoice,
): AsyncGenerator<Uint8Array, void> {
  const { anonymous } = await findAdjudicationSettings(db(), naming.projectId);
  const options = { nameOf: namerOf(naming), anonymous, choice };
  let gathered = decisionHead(choice);
  for await (const articles of articlePages(extent)) {
    for (const article of articles) {
      const shown = shownTo(exportViewer, article, layerNamer(naming));
      for await (const line of linesOf(shown, options)) {
        gathered += line;
        if (gathered.length < portion) continue;
        yield Buffer.from(gathered);
        gathered = '';
      }
    }
  }
  yield Buffer.from(gathered);
}
