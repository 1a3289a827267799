import { Doc } from 'yjs';
import { stateOf } from '@/lib/access/shared-state';
import { transaction } from '@/lib/transaction';
import {
  findCodebook,
  findGuidelinesState,
  keepGuidelinesState,
  lockCodebook,
} from './codebook-store';
import type { GuidelinesForm } from './guidelines-form';

/**
 * The shared document of a project’s guidelines, as a Yjs update; null for a project that is not
 * there. The first who asks has it made of the Markdown, and all others get the same: two documents
 * of one text would, merged, say everything twice. Who may ask is asked when they enter.
 */
export async function loadGuidelines(
  projectId: string,
  form: GuidelinesForm,
): Promise<Uint8Array | null> {
  return transaction(async (tx) => {
    await lockCodebook(tx, projectId);
    const kept = await findGuidelinesState(tx, projectId);
    if (kept !== null) return kept;
    const stored = await findCodebook(tx, projectId);
    if (stored === null) return null;
    const document = new Doc();
    form.write(document, stored.draft.guidelines);
    const state = stateOf(document);
    await keepGuidelinesState(tx, projectId, state);
    return state;
  });
}
