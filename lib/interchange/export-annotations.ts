import { recordSecurityEvent } from '@/lib/access/security-events';
import type { Viewer } from '@/lib/access/viewer';
import { opened } from '@/lib/annotation/article-context';
import { findArticleContext } from '@/lib/annotation/article-context-store';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { absent } from '@/lib/refusal';
import type { Export } from './export-download';
import type { ExportQuery } from './export-query';
import { csvChoiceOf } from './export-query';
import type { AtRound } from './export-rounds';
import type { ExportViewer } from './export-shown';
import type { Extent } from './export-store';
import { findTitle } from './export-store';
import type { Naming } from './pseudonym';
import { findRoundId } from './round-store';
import { writeCsv } from './write-csv';
import { writeDecisions, writeDecidedCsv } from './write-decisions';
import { writeJson } from './write-json';

/**
 * The moment of a round that a query requests; null for the current state.
 *
 * @throws {Refusal} `absent` where the project has no such round.
 */
export async function askedRound(
  projectId: string,
  { round, moment }: ExportQuery,
): Promise<AtRound | null> {
  if (round === undefined || moment === undefined) return null;
  const roundId = await findRoundId(db(), projectId, round);
  if (roundId === null) throw absent('round');
  return { roundId, moment };
}

/**
 * What of the extent the viewer may export, in the requested format; CSV as it is, or as it was
 * `at` a moment of a round.
 */
export function writeExport(
  exportViewer: ExportViewer,
  extent: Extent,
  naming: Naming,
  query: ExportQuery,
  at: AtRound | null = null,
): AsyncGenerator<Uint8Array, void> {
  if (query.format === 'json') return writeJson(exportViewer, extent, naming, query);
  const choice = csvChoiceOf(query);
  if (query.format === 'decisions') return writeDecisions(exportViewer, extent, naming, choice);
  if (query.decisions) return writeDecidedCsv(exportViewer, extent, naming, choice);
  return writeCsv(exportViewer, extent, naming, choice, at);
}

/**
 * Exports an article’s annotations, in JSON with decisions, rounds and threads: what the viewer may
 * see, and nothing else. `secret` keys the pseudonyms.
 */
export async function exportArticle(
  { userId }: Viewer,
  articleId: string,
  query: ExportQuery,
  secret: string,
): Promise<Export> {
  const context = opened(
    await findArticleContext(db(), articleId, userId),
    'export own and visible',
  );
  const naming = { projectId: context.projectId, secret: query.pseudonyms ? secret : null };
  const title = await findTitle(db(), articleId);
  const exportViewer = { ...context, userId };
  const at = await askedRound(context.projectId, query);
  const pieces = writeExport(exportViewer, { articleId }, naming, query, at);
  const { format, pseudonyms, text } = query;
  await recordSecurityEvent(db(), {
    kind: 'export-made',
    actorId: userId,
    projectId: context.projectId,
    details: { articleId, format, pseudonyms, text },
  });
  return { title, format: query.format, pieces };
}

/**
 * Exports a project’s annotations, except of archived articles, in JSON with decisions, rounds and
 * threads: what the viewer may see, and nothing else. `secret` keys the pseudonyms.
 */
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
