import { v7 } from 'uuid';
import type { z } from 'zod';
import { scopes } from '@/lib/access/viewer';
import type { Viewer } from '@/lib/access/viewer';
import { basic3 } from '@/lib/codebook/basic-3';
import { db } from '@/lib/db';
import { findMembers } from '@/lib/project/membership-store';
import { projectInput } from '@/lib/project/project';
import { personRows } from './a-person';
import type { Rows } from './insert-rows';
import { insertRows } from './insert-rows';

type Chosen = Partial<z.input<typeof projectInput>> & { owner?: Viewer };

/** The owners of the projects that were created here. */
const owners = new Map<string, Viewer>();

/** A project with Basic 3, owned by `owner` or a new person, and its rows. */
export function projectRows({ owner: given, ...fields }: Chosen = {}): {
  projectId: string;
  owner: Viewer;
  rows: Rows[];
} {
  const { person: owner, rows } = given ? { person: given, rows: {} } : personRows();
  const { id = v7(), ...project } = projectInput.parse({ name: 'A project', ...fields });
  owners.set(id, owner);
  const at = new Date();
  const of = { projectId: id };
  const begun: Rows = {
    Project: [{ id, ...project, createdAt: at, updatedAt: at }],
    Membership: [{ ...of, userId: owner.userId, role: 'owner', addedAt: at }],
    Codebook: [{ ...of, draft: basic3, changedAt: at, updatedAt: at }],
    CodebookVersion: [
      { ...of, version: 1, content: basic3, publishedAt: at, publishedById: owner.userId },
    ],
  };
  return { projectId: id, owner, rows: [rows, begun] };
}

/** Creates a project with Basic 3, owned by `owner` or a new person. */
export async function aProject(chosen: Chosen = {}): Promise<{ projectId: string; owner: Viewer }> {
  const { rows, ...project } = projectRows(chosen);
  await insertRows(...rows);
  return project;
}

/** The owner of the project. */
export async function ownerOf(projectId: string): Promise<Viewer> {
  const known = owners.get(projectId);
  if (known !== undefined) return known;
  const members = await findMembers(db(), projectId, { limit: 1000, after: null, named: '' });
  const owner = members.find(({ role }) => role === 'owner');
  if (owner === undefined) throw new Error('The project has no owner.');
  return { userId: owner.userId, name: owner.name, email: owner.email, scopes, by: 'session' };
}
