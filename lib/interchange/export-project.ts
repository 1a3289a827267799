import { recordSecurityEvent } from '@/lib/access/record-security-event';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import type { ExportQuery } from './csv-choice';
import { askedRound } from './asked-round';
import type { Export } from './export-download';
import { writeExport } from './write-export';

/** A project's annotations, in JSON with what is said about them, but for archived articles: what the viewer may see, and nothing else. */
export async function exportProject(
  viewer: Viewer,
  projectId: string,
  query: ExportQuery,
  secret: string,
): Promise<Export> {
  const membership = await requireMembership(viewer, projectId, 'export own and visible');
  const naming = { projectId, secret: query.pseudonyms ? secret : null };
  const exportViewer = { ...membership, userId: viewer.userId, projectName: membership.name };
  const extent = { projectId, after: null };
  const at = await askedRound(projectId, query);
  const pieces = writeExport(exportViewer, extent, naming, query, at);
  const { format, pseudonyms, text } = query;
  await recordSecurityEvent(db(), {
    kind: 'export-made',
    actorId: viewer.userId,
    projectId,
    details: { format, pseudonyms, text },
  });
  return { title: membership.name, format: query.format, pieces };
}
