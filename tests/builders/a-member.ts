import type { Role } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { addMember } from '@/lib/project/membership-store';
import { aPerson } from './a-person';

/** Makes somebody new a member of the project. */
export async function aMember(
  projectId: string,
  role: Role,
  chosen: Parameters<typeof aPerson>[0] = {},
): Promise<Viewer> {
  const person = await aPerson(chosen);
  await addMember(db(), projectId, person.userId, role);
  return person;
}
