import { findAdjudicationSettings } from '@/lib/adjudication/adjudication-settings-store';
import { findVersion } from '@/lib/codebook/codebook-store';
import { db } from '@/lib/db';
import type { ArticleJsonOptions } from './article-json';
import { articleJson } from './article-json';
import { articlePages } from './export-pages';
import type { ExportViewer } from './export-shown';
import type { Extent } from './export-store';
import type { Naming } from './pseudonym';
import { namerOf } from './pseudonym';
import { jsonBytes, jsonList, jsonObject } from './streaming';

async function* articlesOf(
  exportViewer: ExportViewer,
  extent: Extent,
  options: ArticleJsonOptions,
) {
  for await (const articles of articlePages(extent))
    for (const article of articles) yield articleJson(exportViewer, article, options);
}

/** Fetched after all articles are written, when every version in use is known. */
async function* codebooksOf(projectId: string, versions: ReadonlySet<number>) {
  for (const version of [...versions].sort((one, other) => one - other)) {
    const found = await findVersion(db(), projectId, version);
    if (found === null) continue;
    yield { version, publishedAt: found.publishedAt.toISOString(), ...found.content };
  }
}

/**
 * The JSON of what of the extent the viewer may export (see `exportedProject`), piece by piece: at
 * most a page of rows and one article’s text are in memory, whatever the size.
 */
export async function* writeJson(
  exportViewer: ExportViewer,
  extent: Extent,
  naming: Naming,
  { text }: { text: boolean },
): AsyncGenerator<Uint8Array, void> {
  const codebooks = new Set<number>();
  const { anonymous } = await findAdjudicationSettings(db(), naming.projectId);
  const options = {
    nameOf: namerOf(naming),
    pseudonyms: naming.secret !== null,
    text,
    anonymous,
    codebooks,
  };
  const project = { id: naming.projectId, name: exportViewer.projectName };
  yield* jsonBytes(
    jsonObject({
      format: 'parallax',
      version: 1,
      offsetUnit: 'code-point',
      project,
      articles: jsonList(articlesOf(exportViewer, extent, options)),
      codebooks: jsonList(codebooksOf(naming.projectId, codebooks)),
    }),
  );
}
