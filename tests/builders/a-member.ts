import type { Role } from '@/lib/access/role';
import type { Viewer } from '@/lib/access/viewer';
import { db } from '@/lib/db';
import { addMember } from '@/lib/project/membership-store';
import { aPerson } from './a-person';

/** Makes a person, somebody new unless one is given, a member of the project. */
export async function aMember(
  projectId: string,
  role: Role,
  given?: Viewer,
): Promise<Viewer> {
  const person = given ?? (await aPerson());
  await addMember(db(), projectId, person.userId, role);
  return person;
}
