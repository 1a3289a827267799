import type { Viewer } from '@/lib/access/viewer';
import { standingIn } from '@/lib/project/standing';
import type { ExportQuery } from './csv-choice';
import { csvChoiceOf } from './csv-choice';
import type { Export } from './csv-download';
import { writeCsv } from './write-csv';

/** A project's annotations as CSV, but for archived articles: those that the viewer may see, and no others. */
export async function exportProject(
  viewer: Viewer,
  projectId: string,
  query: ExportQuery,
  secret: string,
): Promise<Export> {
  const standing = await standingIn(viewer, projectId, 'export own and visible');
  const naming = { projectId, secret: query.pseudonyms ? secret : null };
  const reader = { ...standing, userId: viewer.userId, projectName: standing.name };
  const extent = { projectId, after: null };
  return { title: standing.name, pieces: writeCsv(reader, extent, naming, csvChoiceOf(query)) };
}
