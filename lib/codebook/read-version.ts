import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { requireMembership } from '@/lib/project/require-membership';
import { absent } from '@/lib/refusal';
import { findVersion } from './codebook-store';
import type { CodebookVersionView } from './codebook-view';

const maxVersion = 2_147_483_647;

/** A published version of a project's codebook, for its members. */
export async function readVersion(
  viewer: Viewer,
  projectId: string,
  version: number,
): Promise<CodebookVersionView> {
  await requireMembership(viewer, projectId, 'read codebook');
  const found = version <= maxVersion ? await findVersion(db(), projectId, version) : null;
  if (found === null) throw absent('version of the codebook');
  const { content, publishedAt, publishedBy } = found;
  return { ...content, version, publishedAt: publishedAt.toISOString(), publishedBy };
}
