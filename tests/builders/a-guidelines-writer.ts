import { loadGuidelines } from '@/lib/codebook/shared-guidelines';
import { guidelinesForm } from '@/components/codebook/guidelines-computations';
import type { Writer } from './a-writer';
import { aWriter } from './a-writer';

/** A writer who has opened a project’s guidelines as stored. */
export async function aGuidelinesWriter(projectId: string): Promise<Writer> {
  const state = await loadGuidelines(projectId, guidelinesForm);
  if (state === null) throw new Error('There are no guidelines.');
  return aWriter(state);
}
