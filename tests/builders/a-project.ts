import type { z } from 'zod';
import type { Viewer } from '@/lib/access/viewer';
import { beginProject } from '@/lib/codebook/begin-project';
import { projectInput } from '@/lib/project/project';
import { aPerson } from './a-person';

/** Begins a project with Basic 3, owned by `owner` or by somebody new. */
export async function aProject(
  chosen: Partial<z.input<typeof projectInput>> & { owner?: Viewer } = {},
): Promise<{ projectId: string; owner: Viewer }> {
  const { owner = await aPerson(), ...fields } = chosen;
  const { id } = await beginProject(owner, projectInput.parse({ name: 'A project', ...fields }));
  return { projectId: id, owner };
}
