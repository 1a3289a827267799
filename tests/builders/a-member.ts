import type { Role } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import { addMember } from '@/lib/project/membership-store';
import { db } from '@/lib/db';
import { aPerson, personRows } from './a-person';
import type { Rows } from './insert-rows';
import { insertRows } from './insert-rows';

/** A new member of the project, and the rows that make them one. */
export function memberRows(
  projectId: string,
  role: Role,
  chosen: { name?: string; email?: string } = {},
): { person: Viewer; rows: Rows } {
  const { person, rows } = personRows(chosen);
  const { userId } = person;
  const Membership = [{ projectId, userId, role, addedAt: new Date() }];
  return { person, rows: { ...rows, Membership } };
}

/** Creates a person who is a member of the project. */
export async function aMember(
  projectId: string,
  role: Role,
  chosen: Parameters<typeof aPerson>[0] = {},
): Promise<Viewer> {
  if (chosen.password !== undefined) {
    const withPassword = await aPerson(chosen);
    await addMember(db(), projectId, withPassword.userId, role);
    return withPassword;
  }
  const { person, rows } = memberRows(projectId, role, chosen);
  await insertRows(rows);
  return person;
}
