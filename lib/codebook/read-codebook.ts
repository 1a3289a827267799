import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { absent } from '@/lib/refusal';
import { findCodebook } from './codebook-store';
import type { CodebookView } from './codebook-view';

/** The draft of a project's codebook, for its members. */
export async function readCodebook(viewer: Viewer, projectId: string): Promise<CodebookView> {
  await requireMembership(viewer, projectId, 'read codebook');
  const stored = await findCodebook(db(), projectId);
  if (stored === null) throw absent('codebook');
  const { draft, version, updatedAt } = stored;
  return { ...draft, version, updatedAt: updatedAt.toISOString() };
}
