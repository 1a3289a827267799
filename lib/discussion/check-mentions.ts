import type { Db } from '@/lib/db';
import { findMemberIds } from '@/lib/project/membership-store';
import { Refusal } from '@/lib/refusal';

/** Refuses a comment that calls upon somebody who is no member of the project, by the place in `path`. */
export async function checkMentions(
  on: Db,
  projectId: string,
  mentions: readonly string[],
  path: string,
): Promise<void> {
  if (mentions.length === 0) return;
  const members = await findMemberIds(on, projectId, mentions);
  const faults = mentions.flatMap((userId, at) =>
    members.has(userId)
      ? []
      : [{ path: `${path}.${at}`, message: 'This person is not a member of the project.' }],
  );
  if (faults.length > 0) {
    const message = 'A comment can only call upon members of the project. Nothing was changed.';
    throw new Refusal('invalid', message, faults);
  }
}
